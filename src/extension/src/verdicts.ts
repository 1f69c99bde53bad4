import type { CheckAnswer, CheckPurpose } from './protocol.ts';

const mostHeld = 20;
// Long enough for a second try, short enough that changed rules are soon heeded.
const lifetime = 60_000;

/** The last answers by draft, so that the same text is not sent twice. */
export class Verdicts {
  readonly #held = new Map<string, { answer: CheckAnswer; purpose: CheckPurpose; until: number }>();

  /** The answer that is held. One that was given for a preview serves a publication only where it allows: anything else is to be recorded. */
  get(key: string, purpose: CheckPurpose = 'publish'): CheckAnswer | undefined {
    const held = this.#held.get(key);
    if (!held || held.until <= performance.now()) return undefined;
    return purpose === 'preview' || held.purpose === 'publish' || held.answer.verdict === 'allow' ? held.answer : undefined;
  }

  set(key: string, answer: CheckAnswer, purpose: CheckPurpose): void {
    this.#held.delete(key);
    this.#held.set(key, { answer, purpose, until: performance.now() + lifetime });
    if (this.#held.size > mostHeld) this.#held.delete(this.#held.keys().next().value!);
  }

  /** An answer whose outcome was told serves no second time: the next try is a check of its own. */
  forget(key: string): void {
    this.#held.delete(key);
  }
}
