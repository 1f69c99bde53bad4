import { element } from '../element.ts';
import type { CheckFinding } from '../protocol.ts';
import type { DialogRequest } from './dialog.ts';
import { markedStretches, strictest } from './marks.ts';
import { partLabel, type Wording } from './wording.ts';

/** The author's texts that hold findings, with those marked and numbered. Null when the findings are in files only. */
export function draftView(request: DialogRequest, findings: readonly CheckFinding[], say: Wording): HTMLElement | null {
  const parts = request.parts.filter(part => findings.some(finding => finding.part === part.name));
  if (parts.length === 0) return null;
  const isLabelled = request.parts.length > 1 || parts[0]!.name !== 'text';
  const texts = parts.flatMap(part => [
    isLabelled && element('h2', { class: 'part' }, partLabel(part, say)),
    markedText(part, findings, say),
  ]);
  return element('section', { class: 'draft', tabindex: 0, role: 'region', 'aria-label': say.draft }, ...texts);
}

function markedText(part: { name: string; text: string }, findings: readonly CheckFinding[], say: Wording): HTMLElement {
  const numberOf = (finding: CheckFinding) => findings.indexOf(finding) + 1;
  const inPart = findings.filter(finding => finding.part === part.name);
  const stretches = markedStretches(part.text, inPart).map(({ text, covering, beginning }) => {
    if (covering.length === 0) return text;
    return element('mark', { class: strictest(covering.map(finding => finding.verdict)) },
      ...beginning.flatMap(finding => [
        element('span', { class: 'number', 'aria-hidden': 'true' }, String(numberOf(finding))),
        element('span', { class: 'heard' }, say.markStart(numberOf(finding), finding.title)),
      ]),
      text,
      element('span', { class: 'heard' }, say.markEnd));
  });
  return element('p', { class: 'text', dir: 'auto' }, ...stretches);
}

/** Scrolls a long draft to the first passage marked in it; nothing else moves. */
export function showFirstMark(within: Element): void {
  const draft = within.querySelector('.draft');
  const mark = draft?.querySelector('mark');
  if (!draft || !mark) return;
  const below = mark.getBoundingClientRect().bottom - draft.getBoundingClientRect().bottom;
  if (below > 0) draft.scrollTop += below + draft.clientHeight / 2;
}
