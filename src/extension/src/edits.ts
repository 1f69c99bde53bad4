import type { CheckAnswer } from './protocol.ts';

/** A stretch of a text, and what takes its place. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with the edits made; they are in order and do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** The one edit that makes `wanted` of `got`, as short as can be. Null when they are equal. */
export function difference(got: string, wanted: string): Edit | null {
  if (got === wanted) return null;
  const most = Math.min(got.length, wanted.length);
  let before = 0;
  while (before < most && got[before] === wanted[before]) before++;
  let after = 0;
  while (after < most - before && got[got.length - 1 - after] === wanted[wanted.length - 1 - after]) after++;
  return { start: before, end: got.length - after, text: wanted.slice(before, wanted.length - after) };
}

/**
 * What replaces the chosen findings of a part. When all are chosen the result is what the API proposes,
 * which it has scanned again; its rounds may go further than the findings' own replacements.
 */
export function redaction(part: { name: string; text: string }, answer: CheckAnswer, findingIds: readonly string[]): Edit[] {
  const findings = answer.findings.filter(finding => finding.part === part.name);
  const chosen = findings.filter(finding => findingIds.includes(finding.id)).sort((a, b) => a.start - b.start || b.end - a.end);
  const edits: Edit[] = [];
  for (const { start, end, replacement } of chosen) {
    const last = edits.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else edits.push({ start, end, text: replacement });
  }
  const proposed = answer.redacted.find(redacted => redacted.part === part.name)?.text;
  if (chosen.length < findings.length || proposed === undefined || applied(part.text, edits) === proposed) return edits;
  const whole = difference(part.text, proposed);
  return whole ? [whole] : [];
}
