import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordings } from '../src/dialog/wording.ts';
import { optionsWordings } from '../src/options/wording.ts';
import { popupWordings } from '../src/popup/wording.ts';

const surfaces = { dialog: wordings, popup: popupWordings, options: optionsWordings };

/** Every sentence with its key; those with a number in them for none, one and many. */
function sentencesOf(wording: unknown, key = ''): [string, string][] {
  if (typeof wording === 'string') return [[key, wording]];
  if (typeof wording === 'function') return [0, 1, 2, 20].map((count): [string, string] => [key, wording(count, count + 1)]);
  return Object.entries(wording as object).flatMap(([name, value]) => sentencesOf(value, `${key}.${name}`));
}

for (const [surface, { en, fr }] of Object.entries(surfaces)) {
  test(`the ${surface} says the same things in both languages`, () => {
    const keys = (wording: unknown) => sentencesOf(wording).map(([key]) => key).sort();
    assert.deepEqual(keys(fr), keys(en));
  });

  test(`the ${surface} has typographic apostrophes`, () => {
    for (const [key, sentence] of [...sentencesOf(en), ...sentencesOf(fr)]) assert.doesNotMatch(sentence, /'/, key);
  });

  test(`the ${surface} sets a narrow no-break space before French high punctuation and inside guillemets`, () => {
    for (const [key, sentence] of sentencesOf(fr)) {
      const words = sentence.replace(/https?:\/\/\S+/g, '');
      assert.doesNotMatch(words, /[^\u202f][;:!?»%]|«[^\u202f]/u, key);
    }
  });
}
