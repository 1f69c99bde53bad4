import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applied, difference, redaction } from '../src/edits.ts';
import { answerOf, findingOf } from './findings.ts';

const text = 'Card 4539 1488 0343 6467, mail zoe@x.example';
const card = findingOf(text, '4539 1488 0343 6467', { id: 'card', replacement: '[card]' });
const mail = findingOf(text, 'zoe@x.example', { id: 'mail', replacement: '[mail]' });

test('the difference of two texts makes the one of the other', () => {
  const samples = ['', 'a', 'aa', 'aba', 'abba', 'abcabc', text, text.replace('mail', 'e-mail'), '🎉', '🎈'];
  for (const got of samples) {
    for (const wanted of samples) {
      const edit = difference(got, wanted);
      assert.equal(edit ? applied(got, [edit]) : got, wanted);
    }
  }
});

test('only what was chosen is replaced', () => {
  const edits = redaction({ name: 'text', text }, answerOf('warn', [card, mail]), ['card']);
  assert.equal(applied(text, edits), 'Card [card], mail zoe@x.example');
});

test('all chosen gives what the API proposes, even where it goes further than the findings', () => {
  const proposed = 'Card [card], •••';
  const answer = { ...answerOf('warn', [card, mail]), redacted: [{ part: 'text', text: proposed }] };
  assert.equal(applied(text, redaction({ name: 'text', text }, answer, ['card', 'mail'])), proposed);
});

test('findings that overlap are replaced together, once', () => {
  const sentence = findingOf(text, 'Card 4539 1488 0343 6467', { id: 'sentence', replacement: '[news]' });
  const answer = { ...answerOf('warn', [card, sentence]), redacted: [] };
  assert.equal(applied(text, redaction({ name: 'text', text }, answer, ['card', 'sentence'])), '[news], mail zoe@x.example');
});

test('another part keeps its text', () => {
  assert.deepEqual(redaction({ name: 'title', text: 'Hello' }, answerOf('warn', [card]), ['card']), []);
});
