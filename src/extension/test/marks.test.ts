import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf, markedStretches, strictest } from '../src/dialog/marks.ts';
import { findingOf } from './findings.ts';

const text = 'Orion earned 12 M€ and 3 M€ 🎉 in spring.';

test('the stretches together are the text', () => {
  const findings = [findingOf(text, '12 M€'), findingOf(text, 'earned 12 M€ and'), findingOf(text, '🎉')];
  assert.equal(markedStretches(text, findings).map(stretch => stretch.text).join(''), text);
});

test('any findings, however they overlap or lie outside, leave the text whole', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const findings = Array.from({ length: seed % 5 }, (_, index) => {
      const start = ((seed * 7919 + index * 104729) % (text.length + 8)) - 4;
      return findingOf(text, '', { start, end: start + ((seed * 31 + index * 17) % 12), id: `${index}` });
    });
    const stretches = markedStretches(text, findings);
    assert.equal(stretches.map(stretch => stretch.text).join(''), text);
    for (const { beginning, covering } of stretches) assert.ok(beginning.every(finding => covering.includes(finding)));
  }
});

test('where findings overlap both cover the stretch, and each begins once', () => {
  const [inner, outer] = [findingOf(text, '12 M€'), findingOf(text, 'earned 12 M€ and')];
  const stretches = markedStretches(text, [inner, outer]);
  assert.deepEqual(stretches.find(stretch => stretch.text === '12 M€')?.covering, [inner, outer]);
  assert.deepEqual(stretches.flatMap(stretch => stretch.beginning), [outer, inner]);
});

test('the strictest of several verdicts is shown', () => {
  assert.equal(strictest(['warn', 'block', 'justify']), 'block');
  assert.equal(strictest(['warn', 'justify']), 'justify');
});

test('one advice is given once, the strictest first, and numbers follow the text', () => {
  const findings = [
    findingOf(text, 'Orion', { ruleId: 'business.code-name', message: 'Keep the name.' }),
    findingOf(text, '12 M€', { ruleId: 'business.results', verdict: 'justify' }),
    findingOf(text, '3 M€', { ruleId: 'business.results', verdict: 'justify' }),
  ];
  assert.deepEqual(groupsOf(findings).map(group => [group.verdict, group.findings.map(({ number }) => number)]), [['justify', [2, 3]], ['warn', [1]]]);
});
