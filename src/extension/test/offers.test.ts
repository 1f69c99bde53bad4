import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offersOf, shownFindings } from '../src/dialog/offers.ts';
import { answerOf, findingOf, requestOf } from './findings.ts';

const text = 'My number is 184.';
const finding = findingOf(text, '184');

for (const [verdict, publish] of [['warn', 'acknowledge'], ['justify', 'reason'], ['block', 'no']] as const)
  test(`${verdict} offers to publish: ${publish}`, () => {
    assert.equal(offersOf(requestOf(text, { answer: answerOf(verdict, [finding]) })).publish, publish);
  });

test('a draft that could not be checked is published only where the policy is open', () => {
  const failed = (failMode: 'open' | 'closed', failure = 'timeout') => offersOf(requestOf(text, { state: 'failed', failMode, failure }));
  assert.deepEqual([failed('open').publish, failed('open').retry], ['unchecked', true]);
  assert.deepEqual([failed('closed').publish, failed('closed').retry], ['no', true]);
});

test('a draft whose safer wording could not be written is not offered for publication, whatever the policy', () => {
  const offers = offersOf(requestOf(text, { state: 'failed', failMode: 'open', failure: 'unwritten' }));
  assert.deepEqual([offers.publish, offers.retry], ['no', false]);
});

test('nothing can be published while a check runs', () => {
  assert.equal(offersOf(requestOf(text, { state: 'checking', failMode: 'open' })).publish, 'no');
});

test('only the author’s own text is replaced, never a file', () => {
  const inFile = findingOf(text, '184', { id: 'in-file', part: 'budget.xlsx' });
  const request = requestOf(text, { answer: answerOf('warn', [finding, inFile]) });
  assert.deepEqual([...offersOf(request).replaceable], [finding.id]);
  assert.equal(offersOf({ ...request, canRedact: false }).replaceable.size, 0);
});

test('what the policy allows is not in the author’s way', () => {
  const allowed = findingOf(text, 'number', { verdict: 'allow' });
  assert.deepEqual(shownFindings(requestOf(text, { answer: answerOf('warn', [allowed, finding]) })), [finding]);
});

test('findings come in the order in which the draft is read, files last', () => {
  const parts = [{ name: 'title', text }, { name: 'text', text }];
  const findings = [
    findingOf(text, '184', { id: 'file', part: 'a.pdf' }), findingOf(text, '184', { id: 'text-2' }),
    findingOf(text, 'My', { id: 'text-1' }), findingOf(text, '184', { id: 'title', part: 'title' }),
  ];
  const checked = ['title', 'text', 'a.pdf'].map(name => ({ name, kind: 'text' as const, status: 'scanned' as const, characters: 1, detail: null }));
  const shown = shownFindings(requestOf(text, { parts, answer: answerOf('warn', findings, { parts: checked }) }));
  assert.deepEqual(shown.map(({ id }) => id), ['title', 'text-1', 'text-2', 'file']);
});
