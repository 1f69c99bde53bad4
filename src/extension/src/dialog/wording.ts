import type { Failure } from '../messages.ts';
import type { Locale, PartStatus, Severity, Verdict } from '../protocol.ts';
import type { PublishOffer } from './offers.ts';
import { english } from './wording.en.ts';
import { french } from './wording.fr.ts';

/** Every word of the dialog; what concerns a single finding is worded by its rule. */
export interface Wording {
  checking: { title: string; lead: string; file: string };
  failed: { title: string; open: string; closed: string; reasons: Record<Failure, string> };
  titles: Record<Verdict, string>;
  /** Title when nothing was found but something was not read. */
  unreadTitle: string;
  lead: (inText: number, inFiles: number) => string;
  unreadLead: string;
  /** What to do now. */
  next: { redact: string; edit: string; file: string };
  draft: string;
  partNames: { text: string; title: string; post: string; link: string; image: string };
  /** Around a marked passage, for those who hear it. */
  markStart: (number: number, title: string) => string;
  markEnd: string;
  findings: string;
  verdicts: Record<Verdict, string>;
  severities: Record<Severity, string>;
  replaceBy: (found: string, replacement: string) => string;
  writeInstead: string;
  inFile: string;
  falseAlarm: string;
  falseAlarmOf: (number: number) => string;
  falseAlarmHint: string;
  unread: { title: string; statuses: Record<PartStatus, string> };
  reason: {
    title: string;
    choose: string;
    explain: string;
    text: string;
    used: (count: number, most: number) => string;
    kept: string;
  };
  buttons: {
    edit: string;
    cancel: string;
    stop: string;
    retry: string;
    redact: (chosen: number, all: number) => string;
    publish: Record<PublishOffer, string>;
    publishWithReason: string;
  };
}

export const wordings: Record<Locale, Wording> = { en: english, fr: french };

/** The name of a part as the author knows it; a file bears its own. */
export function partLabel(part: { name: string }, say: Wording): string {
  const [, kind, number] = /^(text|title|post|link|image)(?:-(\d+))?$/.exec(part.name) ?? [];
  return kind ? [say.partNames[kind as keyof Wording['partNames']], number].filter(Boolean).join(' ') : part.name;
}
