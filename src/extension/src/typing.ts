/** Checks a draft at a pause in typing, and underlines what was found. Nothing is sent before the pause. */
import { check } from './check.ts';
import { composerOfText, type FoundComposer } from './composing.ts';
import { targetOf } from './dom.ts';
import { draftOf, isEmpty, keyOf, type Draft } from './draft.ts';
import type { Page } from './page.ts';
import { isTextField, rangeOf, read } from './reader.ts';
import { Mirror } from './mirror.ts';
import type { CheckAnswer } from './protocol.ts';
import type { Verdicts } from './verdicts.ts';

const pause = 600;
const leastLength = 10;
const highlightName = 'dlp-finding';

export class Typing {
  readonly #page: Page;
  readonly #verdicts: Verdicts;
  readonly #sheet = new CSSStyleSheet();
  readonly #mirrors = new Map<Element, Mirror>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Page, verdicts: Verdicts) {
    this.#page = page;
    this.#verdicts = verdicts;
    this.#sheet.replaceSync(`::highlight(${highlightName}) { text-decoration: underline wavy #c62828 1.5px; }`);
  }

  listen(): void {
    addEventListener('input', this.#onInput, { capture: true, passive: true });
  }

  retire(): void {
    removeEventListener('input', this.#onInput, { capture: true });
    clearTimeout(this.#timer);
    this.#clear();
  }

  readonly #onInput = (event: Event): void => {
    clearTimeout(this.#timer);
    this.#clear();
    if (!this.#page.current?.enabled || !this.#page.current.asYouType) return;
    try {
      const target = targetOf(event);
      const found = target && composerOfText(this.#page.adapters, target);
      if (found) this.#timer = setTimeout(() => void this.#check(found), pause);
    } catch {
      // Only the underlining is lost: the gate still checks what is published.
    }
  };

  async #check(found: FoundComposer): Promise<void> {
    const draft = draftOf(found);
    if (isEmpty(draft) || draft.parts.reduce((sum, { text }) => sum + text.length, 0) < leastLength) return;
    const result = await check(draft, this.#verdicts, 'preview').result;
    const isStale = keyOf(draftOf(found)) !== keyOf(draft);
    if (result.ok && !isStale) this.#underline(draft, result.value);
  }

  #underline(draft: Draft, answer: CheckAnswer): void {
    const highlight = new Highlight();
    for (const { name, element } of draft.parts) {
      const findings = answer.findings.filter(({ part, verdict }) => part === name && verdict !== 'allow');
      if (findings.length === 0) continue;
      if (isTextField(element)) {
        this.#mirrors.set(element, new Mirror(element as HTMLTextAreaElement, findings));
        continue;
      }
      this.#style(element.getRootNode() as Document | ShadowRoot);
      const reading = read(element);
      for (const { start, end } of findings) {
        const range = rangeOf(reading, start, end);
        if (range) highlight.add(range);
      }
    }
    CSS.highlights.set(highlightName, highlight);
  }

  #style(root: Document | ShadowRoot): void {
    if (!root.adoptedStyleSheets.includes(this.#sheet)) root.adoptedStyleSheets.push(this.#sheet);
  }

  #clear(): void {
    CSS.highlights.delete(highlightName);
    for (const mirror of this.#mirrors.values()) mirror.remove();
    this.#mirrors.clear();
  }
}
