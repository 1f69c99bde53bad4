import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DialogRequest } from '../src/dialog/dialog.ts';
import { offersOf, shownFindings } from '../src/dialog/offers.ts';
import { summaryOf } from '../src/dialog/summary.ts';
import { wordings } from '../src/dialog/wording.ts';
import { answerOf, findingOf, requestOf } from './findings.ts';

const text = 'My number is 184.';
const say = wordings.en;
const summarize = (request: DialogRequest) => summaryOf(request, shownFindings(request), offersOf(request), say);

test('it counts what is marked, in the text and in files', () => {
  const findings = [findingOf(text, '184'), findingOf(text, 'My'), findingOf(text, 'number', { part: 'a.pdf' })];
  assert.deepEqual(summarize(requestOf(text, { answer: answerOf('block', findings) })), {
    tone: 'block', title: say.titles.block,
    lead: ['2 passages in your draft and 1 passage in attached files may tell more than you mean to.', say.next.redact],
  });
});

test('what is in files only is mended in the file', () => {
  const answer = answerOf('justify', [findingOf(text, '184', { part: 'a.pdf' })]);
  assert.equal(summarize(requestOf(text, { answer })).lead[1], say.next.file);
});

test('an editor that cannot be written to leaves the change to the author', () => {
  const answer = answerOf('warn', [findingOf(text, '184')]);
  assert.equal(summarize(requestOf(text, { answer, canRedact: false })).lead[1], say.next.edit);
});

test('a check that was not complete is never called clean', () => {
  assert.deepEqual(summarize(requestOf(text, { answer: answerOf('warn', [], { complete: false }) })), { tone: 'warn', title: say.unreadTitle, lead: [say.unreadLead] });
});

test('a failure is told in words, an unknown code too, and never as it came', () => {
  const failed = (failure: string) => summarize(requestOf(text, { state: 'failed', failure })).lead[0];
  assert.equal(failed('timeout'), say.failed.reasons.timeout);
  assert.equal(failed('TypeError: x'), say.failed.reasons.internal);
});
