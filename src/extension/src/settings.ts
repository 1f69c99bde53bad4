import type { Locale } from './protocol.ts';

/** What happens to a draft that could not be checked: `open` lets the author publish it unchecked, `closed` does not. */
export type FailMode = 'open' | 'closed';

/** A site's own settings; what is absent is as for every site. */
export interface SiteSettings {
  /** Host name; its subdomains are meant too. */
  site: string;
  enabled?: boolean;
  failMode?: FailMode;
  asYouType?: boolean;
  strictMode?: boolean;
}

/** The settings that an administrator (`managed_schema.json`) or, unmanaged, the options page gives. */
export interface Settings {
  /** Origin of the API, without a path: `http://127.0.0.1:5480`. */
  apiBase: string;
  /** Bearer token; never leaves the worker and the options page. */
  token: string | null;
  failMode: FailMode;
  /** How long a check of text may take; 500 to 60000. Attachments get as much again per 5 MB. */
  timeLimitMilliseconds: number;
  /** Null follows the browser. */
  locale: Locale | null;
  /** Whether text is checked at a pause in typing, not only when it is published. */
  asYouType: boolean;
  /** Whether a site's publish request is blocked on the network until its draft was allowed. */
  strictMode: boolean;
  /** Whether the author may pause the extension on a site until the browser ends. */
  pauseAllowed: boolean;
  sites: SiteSettings[];
}

/** What a content script is told of the settings of its site. No address, no token. */
export interface PageSettings {
  enabled: boolean;
  failMode: FailMode;
  locale: Locale;
  asYouType: boolean;
  strictMode: boolean;
}

declare const __API_HOST__: string;

/** Where the API is unless a setting says otherwise; fixed at build. */
export const builtInApiBase: string = __API_HOST__;

export const defaultSettings: Settings = {
  apiBase: builtInApiBase,
  token: null,
  failMode: 'closed',
  timeLimitMilliseconds: 5000,
  locale: null,
  asYouType: false,
  strictMode: false,
  pauseAllowed: false,
  sites: [],
};
