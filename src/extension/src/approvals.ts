import { keyOfFile, type Draft } from './draft.ts';

/** For how long a draft that was allowed may leave, milliseconds: as long as a site may take to send it. */
const approvalTime = 5000;

/** The drafts that may leave now, by their exact texts and files. */
export class Approvals {
  #held: { site: string; contents: Set<string>; until: number }[] = [];

  add(draft: Draft): void {
    this.#held.push({ site: draft.site, contents: new Set(contentsOf(draft)), until: performance.now() + approvalTime });
  }

  /** Whether all that the draft holds is in one draft that was approved: a form may send less than the composer showed. */
  cover(draft: Draft): boolean {
    const now = performance.now();
    this.#held = this.#held.filter(({ until }) => until > now);
    return this.#held.some(({ site, contents }) => site === draft.site && contentsOf(draft).every(content => contents.has(content)));
  }
}

function contentsOf({ parts, files }: Draft): string[] {
  return [...parts.map(({ text }) => `text ${text}`), ...files.map(file => `file ${keyOfFile(file)}`)];
}
