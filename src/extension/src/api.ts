/** The API, as the worker calls it. Nothing else of the extension makes a request. */
import type { DraftMessage, Failure, Result } from './messages.ts';
import type { CheckAnswer, CheckAttachment, CheckRequest, Justification, Locale, OutcomeRequest } from './protocol.ts';
import type { Settings } from './settings.ts';

// A file takes time to send and to read: as much again as the policy's limit for each of these, in bytes.
const bytesPerTimeLimit = 5_000_000;
const verdicts = ['allow', 'warn', 'justify', 'block'];

export class Api {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /**
   * Checks a draft.
   * @param largestBody bytes that the API takes; larger files are declared without their content, and it calls them too large
   */
  async check(draft: DraftMessage, language: Locale, largestBody: number, cancelled: AbortSignal): Promise<Result<CheckAnswer>> {
    const bytes = draft.files.reduce((sum, { size }) => sum + size, 0);
    // Under JSON serialisation a File would have arrived as {}, and a fetch would send "[object Object]" in its place.
    if (!draft.files.every(({ file, size }) => file instanceof Blob && file.size === size)) return { ok: false, failure: 'fileChanged' };
    try {
      const body = await bodyOf(draft, language, largestBody);
      const result = await this.#send('/v1/checks', { method: 'POST', ...body }, bytes, cancelled);
      return result.ok ? answerOf(result.value) : result;
    } catch {
      return { ok: false, failure: 'fileChanged' };
    }
  }

  async tellOutcome(checkId: string, outcome: OutcomeRequest): Promise<Result<null>> {
    const result = await this.#send(`/v1/checks/${encodeURIComponent(checkId)}/outcome`, { method: 'POST', ...json(outcome) });
    return result.ok ? { ok: true, value: null } : result;
  }

  async justifications(): Promise<Justification[]> {
    const result = await this.#send('/v1/justifications', {});
    return result.ok ? ((await bodyJson(result.value)) as { justifications?: Justification[] } | null)?.justifications ?? [] : [];
  }

  /** The site adapters, or `unchanged` when they still have this tag. */
  async adapters(tag: string | null): Promise<Result<{ tag: string | null; body: unknown } | 'unchanged'>> {
    const result = await this.#send('/v1/adapters', { headers: tag ? { 'If-None-Match': tag } : {} });
    if (!result.ok) return result;
    if (result.value.status === 304) return { ok: true, value: 'unchanged' };
    return { ok: true, value: { tag: result.value.headers.get('ETag'), body: await bodyJson(result.value) } };
  }

  async tellAdapterHealth(site: string, version: string, counts: { draftsSeen: number; draftsMissed: number; errors: number }): Promise<boolean> {
    return (await this.#send('/v1/adapters/health', { method: 'POST', ...json({ site, version, counts }) })).ok;
  }

  /** Whether the API answers this extension and knows its token. */
  async isThere(): Promise<Result<null>> {
    const result = await this.#send('/v1/justifications', {});
    return result.ok ? { ok: true, value: null } : result;
  }

  async #send(path: string, init: RequestInit, bytes = 0, cancelled?: AbortSignal): Promise<Result<Response>> {
    const { apiBase, token, timeLimitMilliseconds } = this.#settings;
    const timeout = AbortSignal.timeout(timeLimitMilliseconds * (1 + Math.ceil(bytes / bytesPerTimeLimit)));
    try {
      const response = await fetch(apiBase + path, {
        ...init,
        headers: { ...init.headers, ...(token && { Authorization: `Bearer ${token}` }) },
        signal: cancelled ? AbortSignal.any([timeout, cancelled]) : timeout,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      return response.ok || response.status === 304 ? { ok: true, value: response } : { ok: false, failure: failureOf(response.status) };
    } catch {
      return { ok: false, failure: timeout.aborted ? 'timeout' : await this.#unreachable() };
    }
  }

  async #unreachable(): Promise<Failure> {
    const mayCall = await chrome.permissions.contains({ origins: [`${new URL(this.#settings.apiBase).protocol}//${new URL(this.#settings.apiBase).hostname}/*`] });
    return mayCall ? 'unreachable' : 'noPermission';
  }
}

function failureOf(status: number): Failure {
  if (status === 401 || status === 403) return 'refused';
  return status === 413 ? 'tooLarge' : 'faulty';
}

async function bodyOf(draft: DraftMessage, language: Locale, largestBody: number): Promise<{ body: BodyInit; headers?: HeadersInit }> {
  const text = draft.parts.find(({ name }) => name === 'text')?.text;
  const request: CheckRequest = {
    text,
    parts: draft.parts.filter(({ name }) => name !== 'text'),
    // A frame of no host, as one of a data: address, has none to tell.
    destination: { site: draft.site || undefined, audience: draft.audience },
    language,
    purpose: draft.purpose,
  };
  if (draft.files.length === 0) return json(request);
  const form = new FormData();
  const attachments: CheckAttachment[] = [];
  let room = largestBody;
  for (const [index, { file, name, size }] of draft.files.entries()) {
    const attachment: CheckAttachment = { name, size };
    attachments.push(attachment);
    if (size > room) continue;
    room -= size;
    // Read once: what is hashed is what is sent. Chromium lets the extension read a file of the disk, but not send it by its path.
    const bytes = await file.arrayBuffer();
    attachment.field = `file-${index + 1}`;
    attachment.contentType = file.type || undefined;
    attachment.sha256 = await sha256(bytes);
    form.append(attachment.field, new Blob([bytes], { type: file.type }), name);
  }
  form.append('check', new Blob([JSON.stringify({ ...request, attachments })], { type: 'application/json' }));
  return { body: form };
}

function json(value: unknown): { body: string; headers: HeadersInit } {
  return { body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } };
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

async function answerOf(response: Response): Promise<Result<CheckAnswer>> {
  const body = await bodyJson(response);
  return isAnswer(body) ? { ok: true, value: body } : { ok: false, failure: 'faulty' };
}

/** What is no answer must not be taken for a clean one. */
function isAnswer(body: unknown): body is CheckAnswer {
  const answer = body as Partial<CheckAnswer> | null;
  return typeof answer === 'object' && answer !== null && typeof answer.id === 'string' && verdicts.includes(answer.verdict ?? '')
    && Array.isArray(answer.findings) && Array.isArray(answer.parts) && Array.isArray(answer.redacted);
}

function bodyJson(response: Response): Promise<unknown> {
  return response.json().catch(() => null);
}
