import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Approvals } from '../src/approvals.ts';
import type { Draft } from '../src/draft.ts';

const draft = (...texts: string[]): Draft => ({
  site: 'x.example', audience: undefined, files: [], parts: texts.map((text, index) => ({ name: `post-${index}`, text, element: null as unknown as Element })),
});

test('an approval holds for the exact text', () => {
  const approvals = new Approvals();
  approvals.add(draft('one'));
  assert.ok(approvals.cover(draft('one')));
  assert.ok(!approvals.cover(draft('one ')));
  assert.ok(!approvals.cover(draft('one', 'two')));
  assert.ok(!approvals.cover({ ...draft('one'), site: 'y.example' }));
});

test('part of an approved draft may leave, but not parts of two drafts together', () => {
  const approvals = new Approvals();
  approvals.add(draft('one', 'two'));
  approvals.add(draft('three'));
  assert.ok(approvals.cover(draft('two')));
  assert.ok(!approvals.cover(draft('two', 'three')));
});

test('an approval ends after five seconds', context => {
  let now = 1000;
  context.mock.method(performance, 'now', () => now);
  const approvals = new Approvals();
  approvals.add(draft('one'));
  now += 4999;
  assert.ok(approvals.cover(draft('one')));
  now += 2;
  assert.ok(!approvals.cover(draft('one')));
});
