import { keyOf, type Draft } from './draft.ts';
import { ask, isOrphan, type Result } from './messages.ts';
import type { CheckAnswer, CheckPurpose } from './protocol.ts';
import type { Verdicts } from './verdicts.ts';

/** A question to the API that is being answered. */
export interface Check {
  result: Promise<Result<CheckAnswer>>;
  /** Stops the upload. */
  cancel(): void;
}

const underway = new Map<string, Check>();

/** Asks the API by way of the worker. Equal drafts share one question, and an answer that is held is not asked for again. */
export function check(draft: Draft, verdicts: Verdicts, purpose: CheckPurpose = 'publish'): Check {
  const key = keyOf(draft);
  const held = verdicts.get(key, purpose);
  if (held) return { result: Promise.resolve({ ok: true, value: held }), cancel: () => undefined };
  const question = `${purpose} ${key}`;
  const shared = underway.get(question);
  if (shared) return shared;
  const begun = begin(draft, purpose);
  begun.result = begun.result.then(result => {
    if (result.ok) verdicts.set(key, result.value, purpose);
    return result;
  }).finally(() => underway.delete(question));
  underway.set(question, begun);
  return begun;
}

function begin(draft: Draft, purpose: CheckPurpose): Check {
  // Not randomUUID, which a page without HTTPS does not have.
  const requestId = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return {
    result: send(requestId, draft, purpose),
    cancel: () => void ask({ type: 'cancel', requestId }).catch(() => undefined),
  };
}

async function send(requestId: string, { site, audience, parts, files }: Draft, purpose: CheckPurpose): Promise<Result<CheckAnswer>> {
  const draft = {
    site,
    audience,
    purpose,
    parts: parts.map(({ name, text }) => ({ name, text })),
    files: files.map(file => ({ file, name: file.name, size: file.size })),
  };
  const request = { type: 'check', requestId, draft } as const;
  try {
    return await ask(request);
  } catch {
    // The worker may have been ended just then: a second message starts it anew.
    return await ask(request).catch(() => ({ ok: false as const, failure: isOrphan() ? ('restarted' as const) : ('internal' as const) }));
  }
}
