import type { DialogRequest } from '../src/dialog/dialog.ts';
import type { CheckAnswer, CheckFinding, Verdict } from '../src/protocol.ts';

/** A finding of `found` in a text. */
export function findingOf(text: string, found: string, more: Partial<CheckFinding> = {}): CheckFinding {
  const start = text.indexOf(found);
  return {
    id: `f-${found}`, ruleId: 'identity.fr.nir', ruleVersion: 1, infoType: 'fr.nir', category: 'identity', severity: 'high', confidence: 'high',
    part: 'text', start, end: start + found.length, location: null, preview: '', verdict: 'warn',
    title: 'A number', message: 'Leave it out.', replacement: '[number]', ...more,
  };
}

export function answerOf(verdict: Verdict, findings: CheckFinding[], more: Partial<CheckAnswer> = {}): CheckAnswer {
  return { id: 'check', verdict, complete: true, findings, parts: [], redacted: [], ruleSet: 'sha256:0', elapsedMilliseconds: 1, ...more };
}

export function requestOf(text: string, more: Partial<DialogRequest> = {}): DialogRequest {
  return { locale: 'en', state: 'findings', failMode: 'closed', parts: [{ name: 'text', text }], canRedact: true, justifications: [], ...more };
}
