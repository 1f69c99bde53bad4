import { element } from '../element.ts';
import { icon } from '../icon.ts';
import type { CheckFinding } from '../protocol.ts';
import { typeset } from '../typography.ts';
import type { DialogRequest } from './dialog.ts';
import { groupsOf, type FindingGroup } from './marks.ts';
import type { Offers } from './offers.ts';
import type { Wording } from './wording.ts';

/** Longer passages are shown by their two ends. */
const longestExcerpt = 48;

/** What the author has ticked, by finding id. */
export interface Ticks {
  replacing: Set<string>;
  falseAlarms: Set<string>;
}

/** One advice for each kind of thing found, and for each occurrence what the author may do about it. */
export function findingsView(request: DialogRequest, findings: readonly CheckFinding[], offers: Offers, ticks: Ticks, say: Wording): HTMLElement | null {
  if (findings.length === 0) return null;
  return element('section', { class: 'findings' },
    element('h2', {}, say.findings),
    element('ol', { role: 'list' }, ...groupsOf(findings).map(group => groupView(group))),
    element('p', { class: 'hint' }, say.falseAlarmHint));

  function groupView({ verdict, findings: numbered }: FindingGroup): HTMLElement {
    const { title, message, severity } = numbered[0]!.finding;
    return element('li', { class: `finding ${verdict}` },
      element('h3', {}, typeset(title, request.locale)),
      element('p', { class: 'tags' },
        element('span', { class: 'verdict' }, icon(verdict), say.verdicts[verdict]),
        element('span', { class: 'severity' }, say.severities[severity])),
      element('p', { class: 'message' }, typeset(message, request.locale)),
      element('ul', { class: 'occurrences', role: 'list' }, ...numbered.map(({ finding, number }) => occurrenceView(finding, number))));
  }

  function occurrenceView(finding: CheckFinding, number: number): HTMLElement {
    const part = request.parts.find(candidate => candidate.name === finding.part);
    const found = part ? excerpt(part.text.slice(finding.start, finding.end)) : finding.preview;
    return element('li', {},
      element('span', { class: 'number', 'aria-hidden': 'true' }, String(number)),
      offers.replaceable.has(finding.id) ? replaceChoice(finding, found) : adviceOf(finding, found, !part),
      element('label', { class: 'false-alarm' },
        element('input', { type: 'checkbox', 'data-false-alarm': finding.id, 'aria-label': say.falseAlarmOf(number), checked: ticks.falseAlarms.has(finding.id) }),
        element('span', {}, say.falseAlarm)));
  }

  function replaceChoice(finding: CheckFinding, found: string): HTMLElement {
    return element('label', { class: 'replace' },
      element('input', {
        type: 'checkbox', 'data-replace': finding.id, checked: ticks.replacing.has(finding.id),
        'aria-label': say.replaceBy(found, finding.replacement),
      }),
      element('span', { class: 'change' }, element('del', { dir: 'auto' }, found), icon('arrow'), element('ins', { dir: 'auto' }, finding.replacement)));
  }

  function adviceOf(finding: CheckFinding, found: string, isInFile: boolean): HTMLElement {
    const place = [finding.part, ...(finding.location === null ? [] : [typeset(finding.location, request.locale)])].join(', ');
    return element('div', { class: 'advice' },
      isInFile && element('p', { class: 'place' }, icon('file'), element('span', { class: 'heard' }, `${say.inFile} `), element('span', { dir: 'auto' }, place)),
      found !== '' && element('p', { class: 'found' }, element('q', { dir: 'auto' }, found)),
      element('p', {}, `${say.writeInstead} `, element('ins', { dir: 'auto' }, finding.replacement)));
  }
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= longestExcerpt) return line;
  const half = Math.floor(longestExcerpt / 2);
  return `${characters.slice(0, half).join('').trimEnd()}…${characters.slice(-half).join('').trimStart()}`;
}
