import type { CheckAnswer } from './protocol.ts';

const mostHeld = 20;
// Long enough for a second try, short enough that changed rules are soon heeded.
const lifetime = 60_000;

/** The last answers by draft, so that the same text is not sent twice. */
export class Verdicts {
  readonly #held = new Map<string, { answer: CheckAnswer; until: number }>();

  get(key: string): CheckAnswer | undefined {
    const held = this.#held.get(key);
    return held && held.until > performance.now() ? held.answer : undefined;
  }

  set(key: string, answer: CheckAnswer): void {
    this.#held.delete(key);
    this.#held.set(key, { answer, until: performance.now() + lifetime });
    if (this.#held.size > mostHeld) this.#held.delete(this.#held.keys().next().value!);
  }

  /** An answer whose outcome was told serves no second time: the next try is a check of its own. */
  forget(key: string): void {
    this.#held.delete(key);
  }
}
