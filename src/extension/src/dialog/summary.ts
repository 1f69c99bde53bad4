import type { IconName } from '../icon.ts';
import type { Failure } from '../messages.ts';
import type { CheckFinding } from '../protocol.ts';
import type { DialogRequest } from './dialog.ts';
import type { Offers } from './offers.ts';
import type { Wording } from './wording.ts';

/** What the dialog says first. */
export interface Summary {
  /** Names the icon and the colours. */
  tone: IconName;
  title: string;
  /** Sentences: what is the matter, and what to do now. */
  lead: string[];
}

export function summaryOf(request: DialogRequest, findings: readonly CheckFinding[], offers: Offers, say: Wording): Summary {
  if (request.state === 'checking') return { tone: 'checking', title: say.checking.title, lead: [say.checking.lead] };
  if (request.state === 'failed' || !request.answer) return failureSummary(request, offers, say);
  const { verdict } = request.answer;
  if (findings.length === 0) return { tone: verdict, title: verdict === 'warn' ? say.unreadTitle : say.titles[verdict], lead: [say.unreadLead] };
  const own = new Set(request.parts.map(part => part.name));
  const inText = findings.filter(finding => own.has(finding.part)).length;
  const next = offers.replaceable.size > 0 ? say.next.redact : inText > 0 ? say.next.edit : say.next.file;
  return { tone: verdict, title: say.titles[verdict], lead: [say.lead(inText, findings.length - inText), next] };
}

function failureSummary({ failure }: DialogRequest, { publish, retry }: Offers, say: Wording): Summary {
  const reason = say.failed.reasons[failure as Failure] ?? say.failed.reasons.internal;
  const next = publish === 'unchecked' ? say.failed.open : retry ? say.failed.closed : null;
  return { tone: 'failed', title: say.failed.title, lead: next === null ? [reason] : [reason, next] };
}
