import type { CheckFinding, Verdict } from '../protocol.ts';
import type { DialogRequest } from './dialog.ts';

/** How the author may publish: not at all, after a look, with a reason, or although nothing was checked. */
export type PublishOffer = 'no' | 'acknowledge' | 'reason' | 'unchecked';

/** What the author may do about a draft beside going back to it. */
export interface Offers {
  publish: PublishOffer;
  retry: boolean;
  /** Ids of the findings for which a safer wording can be written into the draft. */
  replaceable: ReadonlySet<string>;
}

const publishOffers: Record<Verdict, PublishOffer> = { allow: 'acknowledge', warn: 'acknowledge', justify: 'reason', block: 'no' };

/** Failures that another try, or publishing as it stands, would not mend. */
const needsTheAuthor: ReadonlySet<string> = new Set(['unwritten']);

export function offersOf(request: DialogRequest): Offers {
  const none: Offers = { publish: 'no', retry: false, replaceable: new Set() };
  if (request.state === 'checking') return none;
  if (request.state === 'failed' || !request.answer) {
    if (needsTheAuthor.has(request.failure ?? '')) return none;
    return { ...none, publish: request.failMode === 'open' ? 'unchecked' : 'no', retry: request.failure !== 'restarted' };
  }
  const own = new Set(request.parts.map(part => part.name));
  const replaceable = request.canRedact ? shownFindings(request).filter(finding => own.has(finding.part)).map(finding => finding.id) : [];
  return { ...none, publish: publishOffers[request.answer.verdict], replaceable: new Set(replaceable) };
}

/** The findings that matter to the author, in the order in which the draft is read. What the policy allows is not in their way. */
export function shownFindings(request: DialogRequest): CheckFinding[] {
  const order = new Map([...request.parts.map(part => part.name), ...(request.answer?.parts ?? []).map(part => part.name)].reverse().map((name, index) => [name, -index]));
  return (request.answer?.findings ?? [])
    .filter(finding => finding.verdict !== 'allow')
    .sort((one, other) => (order.get(one.part) ?? 1) - (order.get(other.part) ?? 1) || one.start - other.start || one.end - other.end);
}
