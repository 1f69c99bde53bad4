import type { CheckFinding, Verdict } from '../protocol.ts';

/** A stretch of a text and the findings that cover all of it. */
export interface MarkedStretch {
  text: string;
  covering: CheckFinding[];
  /** The findings that begin with this stretch. */
  beginning: CheckFinding[];
}

const strictness: Record<Verdict, number> = { allow: 0, warn: 1, justify: 2, block: 3 };

/** Cuts a text where a finding begins or ends; the stretches together are the text. Findings may overlap. */
export function markedStretches(text: string, findings: readonly CheckFinding[]): MarkedStretch[] {
  const within = (offset: number) => Math.min(Math.max(offset, 0), text.length);
  const edges = findings.flatMap(finding => [within(finding.start), within(finding.end)]);
  const cuts = [...new Set([0, ...edges, text.length])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!;
    return {
      text: text.slice(start, end),
      covering: findings.filter(finding => finding.start <= start && finding.end >= end),
      beginning: findings.filter(finding => within(finding.start) === start && finding.end > start),
    };
  });
}

/** The strictest verdict; `warn` when there is none. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((one, other) => (strictness[other] > strictness[one] ? other : one), 'warn');
}

/** Findings of one rule that get the same advice, numbered as the draft is read. */
export interface FindingGroup {
  verdict: Verdict;
  findings: { finding: CheckFinding; number: number }[];
}

/** Groups findings so that each advice is given once; the strictest first. */
export function groupsOf(findings: readonly CheckFinding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  findings.forEach((finding, index) => {
    const key = JSON.stringify([finding.ruleId, finding.verdict, finding.message]);
    const group = groups.get(key) ?? { verdict: finding.verdict, findings: [] };
    group.findings.push({ finding, number: index + 1 });
    groups.set(key, group);
  });
  return [...groups.values()].sort((one, other) => strictness[other.verdict] - strictness[one.verdict]);
}
