import type { Adapter } from './adapters.ts';
import type { Audience, CheckAnswer, CheckPart, CheckPurpose, Justification, OutcomeRequest, Verdict } from './protocol.ts';
import type { FailMode, PageSettings, Settings } from './settings.ts';

/** Why a check could not be made. The dialog has a sentence for each. */
export type Failure =
  | 'unreachable'      // no answer from the API
  | 'timeout'          // no answer in time
  | 'refused'          // the API does not know this token or this extension
  | 'tooLarge'         // the API takes no body of this size
  | 'faulty'           // the API answered what is no answer
  | 'noPermission'     // the browser does not let the extension call the API's address
  | 'fileChanged'      // a file is not what it was when it was chosen, or did not arrive whole
  | 'unread'           // the composer's text could not be read
  | 'unwritten'        // the safer wording could not be written into the composer
  | 'restarted'        // the extension was updated or reloaded; the page must be reloaded
  | 'internal';

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** A draft on its way from the content script to the worker. */
export interface DraftMessage {
  site: string;
  audience?: Audience;
  purpose: CheckPurpose;
  parts: CheckPart[];
  /** Sent by structured clone; `size` is compared with what arrives. */
  files: { file: File; name: string; size: number }[];
}

/** Whether what is published on the page is checked. */
export type Protection = 'protected' | 'notProtected' | 'off' | 'paused' | 'waiting';

/** What the content script asks of the worker. */
export type ContentRequest =
  | { type: 'page'; site: string }
  | { type: 'check'; requestId: string; draft: DraftMessage }
  | { type: 'cancel'; requestId: string }
  | { type: 'outcome'; site: string; checkId: string; outcome: OutcomeRequest }
  | { type: 'justifications' }
  | { type: 'protection'; site: string; adapter: string; adapterVersion: string; protection: Protection }
  | { type: 'allowPublish' };

/** What the popup and the options page ask of the worker. */
export type PageRequest =
  | { type: 'status'; tabId: number }
  | { type: 'pause'; tabId: number; paused: boolean }
  | { type: 'settings' }
  | { type: 'saveSettings'; settings: Partial<Settings> }
  | { type: 'testConnection'; apiBase: string; token: string | null };

/** One verdict of this session, kept in memory only; without any text. */
export interface LastVerdict {
  /** Milliseconds since 1970. */
  at: number;
  site: string;
  verdict: Verdict;
  /** Titles of what was found, as the API words them. */
  titles: string[];
}

/** Answer to `status`. */
export interface TabStatus {
  site: string | null;
  /** Null when the extension is not on this page. */
  protection: Protection | null;
  /** Name of the adapter that reads the page. */
  adapter: string | null;
  failMode: FailMode;
  pauseAllowed: boolean;
  lastVerdicts: LastVerdict[];
}

/** Answer to `settings`. The token is not told, only that there is one. */
export interface SettingsView {
  /** Whether an administrator gives the settings; the options page then only shows them. */
  managed: boolean;
  settings: Omit<Settings, 'token'>;
  hasToken: boolean;
}

export interface Answers {
  /** Adapters are null when those shipped with the extension are the newest. */
  page: { settings: PageSettings; adapters: Adapter[] | null };
  check: Result<CheckAnswer>;
  cancel: null;
  outcome: Result<null>;
  justifications: Justification[];
  protection: null;
  allowPublish: null;
  status: TabStatus;
  pause: null;
  settings: SettingsView;
  saveSettings: Result<null>;
  testConnection: Result<{ elapsedMilliseconds: number }>;
}

/** Whether the script outlived its extension, which was updated or removed. */
export function isOrphan(): boolean {
  return !chrome.runtime?.id;
}

/** Asks the worker. Rejects when it cannot be reached, in a script that outlived its extension too, where the browser throws at once. */
export async function ask<R extends ContentRequest | PageRequest>(request: R): Promise<Answers[R['type']]> {
  return chrome.runtime.sendMessage(request);
}
