import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typeset } from '../src/typography.ts';

test('French sentences of the API get curly apostrophes and narrow no-break spaces', () => {
  assert.equal(typeset("C'est l'essentiel : parlez d'« un projet » !", 'fr'), 'C’est l’essentiel\u202f: parlez d’«\u202fun projet\u202f»\u202f!');
});

test('addresses, times and words in straight quotes stay as they are', () => {
  const text = "Voyez https://example.com à 10:30, dit 'ailleurs'.";
  assert.equal(typeset(text, 'fr'), text);
});

test('setting a sentence twice changes nothing more', () => {
  const once = typeset("Attendez : l'annonce « officielle » ; rien d'autre ?", 'fr');
  assert.equal(typeset(once, 'fr'), once);
});

test('English stays as it is', () => {
  assert.equal(typeset("It's out : now", 'en'), "It's out : now");
});
