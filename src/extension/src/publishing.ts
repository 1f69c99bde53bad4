/** The way of a draft from the author's press to the site's own action: check, dialog, redaction, publication. */
import type { Approvals } from './approvals.ts';
import { check } from './check.ts';
import { openDialog, type Dialog, type DialogChoice, type DialogRequest } from './dialog/dialog.ts';
import { keyOf, type Draft } from './draft.ts';
import { redaction } from './edits.ts';
import { ask, isOrphan, type Failure, type Result } from './messages.ts';
import type { Page } from './page.ts';
import { Progress } from './progress.ts';
import type { CheckAnswer, OutcomeRequest } from './protocol.ts';
import type { PageSettings } from './settings.ts';
import { shown } from './shown.ts';
import type { Verdicts } from './verdicts.ts';
import { write } from './writer.ts';

/** A publication that was held back. */
export interface Attempt {
  /** What was pressed, or chosen: equal for two presses of one button. */
  subject: unknown;
  /** What would be published now. */
  read(): Draft;
  /** Lets it go: makes the held events again. */
  release(): void;
  /** Gives it up; for files, which would stay attached. */
  withdraw?(): void;
  /** Why it cannot be checked at all. */
  failure?: Failure;
}

export class Publishing {
  readonly #page: Page;
  readonly #approvals: Approvals;
  readonly #verdicts: Verdicts;
  readonly #told = new Set<string>();
  #underway: { subject: unknown; isSpent: boolean } | null = null;
  #waiting: Attempt | null = null;

  constructor(page: Page, approvals: Approvals, verdicts: Verdicts) {
    this.#page = page;
    this.#approvals = approvals;
    this.#verdicts = verdicts;
  }

  /** Asks early, while the button is still going down. */
  prefetch(draft: Draft): void {
    check(draft, this.#verdicts);
  }

  /** Whether the draft is known to be allowed; then it is approved. */
  isAllowed(draft: Draft): boolean {
    if (this.#verdicts.get(keyOf(draft))?.verdict !== 'allow') return false;
    this.#approvals.add(draft);
    return true;
  }

  /** Tells that an allowed draft left by the author's own press. */
  left(draft: Draft): void {
    const answer = this.#verdicts.get(keyOf(draft));
    if (answer?.verdict === 'allow') this.#tell(draft, answer, { outcome: 'published' });
  }

  /** Checks, and releases what may leave. A second attempt waits for the first; it is never swallowed. */
  async publish(attempt: Attempt): Promise<void> {
    if (this.#underway) {
      // A second press of the same button means the same publication, unless the first has had its effect.
      if (attempt.subject !== this.#underway.subject || this.#underway.isSpent) this.#waiting = attempt;
      return;
    }
    for (let next: Attempt | null = attempt; next; next = this.#waiting) {
      this.#waiting = null;
      this.#underway = { subject: next.subject, isSpent: false };
      await this.#take(next);
    }
    this.#underway = null;
  }

  async #take(attempt: Attempt): Promise<void> {
    try {
      await this.#pass(attempt);
    } catch {
      await this.#fail({ ...attempt, read: nothing }, isOrphan() ? 'restarted' : 'internal');
      attempt.withdraw?.();
    }
  }

  async #pass(attempt: Attempt): Promise<void> {
    for (let wasRedacted = false; ;) {
      const draft = attempt.read();
      const settings = await this.#page.settings;
      if (attempt.failure) {
        await this.#fail(attempt, attempt.failure);
        return;
      }
      if (!settings.enabled) return this.#release(attempt, draft, settings);
      const progress = new Progress(draft, settings);
      const pending = check(draft, this.#verdicts);
      const result = await Promise.race([pending.result, progress.cancelled]).catch((): Result<CheckAnswer> => ({ ok: false, failure: 'internal' }));
      const open = progress.handOver();
      if (result === 'cancelled') {
        pending.cancel();
        return attempt.withdraw?.();
      }
      // The author may have written on meanwhile.
      if (keyOf(attempt.read()) !== keyOf(draft)) open?.close();
      else if (!result.ok) {
        open?.close();
        // Nobody shall take a post that was not checked for a clean one: with fail-open, too, the author decides.
        const chosen = await this.#fail(attempt, result.failure);
        if (chosen === 'publish' && settings.failMode === 'open') return this.#release(attempt, draft, settings);
        if (chosen !== 'retry') return attempt.withdraw?.();
      } else if (result.value.verdict === 'allow') {
        open?.close();
        // After a redaction the author reads the draft once more; the next press needs no check.
        if (wasRedacted) return;
        this.#tell(draft, result.value, { outcome: 'published' });
        return this.#release(attempt, draft, settings);
      } else if ((await this.#advise(attempt, draft, result.value, settings, open)) === 'redacted') wasRedacted = true;
      else return;
    }
  }

  /** Shows what was found, and does what the author chooses. */
  async #advise(attempt: Attempt, draft: Draft, answer: CheckAnswer, settings: PageSettings, open: Dialog | null): Promise<'redacted' | 'ended'> {
    const chosen = await this.#choose(draft, answer, settings, open);
    // An outcome is told once a check: the next try is a check of its own.
    this.#verdicts.forget(keyOf(draft));
    if (chosen.choice === 'redact') {
      if (this.#underway) this.#underway.isSpent = true;
      if (await redact(draft, answer, chosen.findingIds)) {
        this.#tell(draft, answer, { outcome: 'redacted', falseAlarms: chosen.falseAlarms });
        return 'redacted';
      }
      await this.#fail(attempt, 'unwritten');
      attempt.withdraw?.();
    } else if (chosen.choice === 'publish' && answer.verdict !== 'block') {
      this.#tell(draft, answer, { outcome: 'overridden', justification: chosen.justification, falseAlarms: chosen.falseAlarms });
      await this.#release(attempt, draft, settings);
    } else {
      const falseAlarms = chosen.choice === 'edit' || chosen.choice === 'cancel' ? chosen.falseAlarms : [];
      this.#tell(draft, answer, { outcome: chosen.choice === 'edit' ? 'edited' : 'cancelled', falseAlarms });
      attempt.withdraw?.();
    }
    return 'ended';
  }

  async #release(attempt: Attempt, draft: Draft, { strictMode }: PageSettings): Promise<void> {
    if (strictMode) await ask({ type: 'allowPublish' });
    this.#approvals.add(draft);
    if (this.#underway) this.#underway.isSpent = true;
    attempt.release();
  }

  async #choose(draft: Draft, answer: CheckAnswer, settings: PageSettings, open: Dialog | null): Promise<DialogChoice> {
    const request: DialogRequest = {
      ...shown(draft, settings),
      state: 'findings',
      answer,
      canRedact: answer.redacted.length > 0 && draft.parts.length > 0,
      justifications: answer.verdict === 'justify' ? await ask({ type: 'justifications' }) : [],
    };
    const dialog = open ?? openDialog(request);
    if (open) open.update(request);
    const choice = await dialog.choice;
    dialog.close();
    return choice;
  }

  async #fail(attempt: Attempt, failure: Failure): Promise<DialogChoice['choice']> {
    const settings = await this.#page.settings;
    const dialog = openDialog({ ...shown(attempt.read(), settings), state: 'failed', failure, canRedact: false, justifications: [] });
    const { choice } = await dialog.choice;
    dialog.close();
    return choice;
  }

  #tell({ site }: Draft, answer: CheckAnswer, outcome: OutcomeRequest): void {
    if (this.#told.has(answer.id)) return;
    this.#told.add(answer.id);
    // Nobody waits for it: the post does not depend on its record.
    ask({ type: 'outcome', site, checkId: answer.id, outcome }).catch(() => undefined);
  }
}

function nothing(): Draft {
  return { site: location.hostname, audience: undefined, parts: [], files: [] };
}

async function redact(draft: Draft, answer: CheckAnswer, findingIds: readonly string[]): Promise<boolean> {
  for (const part of draft.parts) {
    const edits = redaction(part, answer, findingIds);
    if (edits.length > 0 && !(await write(part.element, edits))) return false;
  }
  return true;
}
