/** The settings in force: an administrator's, else those of the options page, else the defaults. */
import { isOf } from './adapters.ts';
import type { Locale } from './protocol.ts';
import { defaultSettings, type PageSettings, type Settings, type SiteSettings } from './settings.ts';

/** Where the settings come from, and what they are. */
export interface Policy {
  managed: boolean;
  settings: Settings;
}

const cacheKey = 'policy';

/**
 * Reads the policy. The first reading of managed storage after the browser's start takes seconds, so what it gave is
 * kept in the session's memory, which outlives the worker but not the browser.
 */
export async function readPolicy(): Promise<Policy> {
  const { [cacheKey]: cached } = await chrome.storage.session.get(cacheKey);
  return (cached as Policy | undefined) ?? (await refreshPolicy());
}

/** Reads the policy from its source. */
export async function refreshPolicy(): Promise<Policy> {
  const given = await managedSettings();
  const managed = Object.keys(given).length > 0;
  const settings = merged(managed ? given : (await chrome.storage.local.get('settings')).settings);
  const policy = { managed, settings };
  await chrome.storage.session.set({ [cacheKey]: policy });
  return policy;
}

/** Keeps the token from content scripts, which could read managed and local storage otherwise. */
export async function keepSettingsFromPages(): Promise<void> {
  for (const area of [chrome.storage.managed, chrome.storage.local])
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}

async function managedSettings(): Promise<Record<string, unknown>> {
  // Firefox throws when no administrator gave any.
  return chrome.storage.managed.get(null).catch(() => ({}));
}

/** What is given takes the place of the defaults; what is of another type does not. */
export function merged(given: unknown): Settings {
  const values = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  return {
    apiBase: originOf(values['apiBase']) ?? defaultSettings.apiBase,
    token: typeof values['token'] === 'string' && values['token'] !== '' ? values['token'] : null,
    failMode: values['failMode'] === 'open' ? 'open' : defaultSettings.failMode,
    timeLimitMilliseconds: within(values['timeLimitMilliseconds'], 500, 60_000) ?? defaultSettings.timeLimitMilliseconds,
    locale: localeOf(values['locale']),
    asYouType: values['asYouType'] === true,
    strictMode: values['strictMode'] === true,
    pauseAllowed: values['pauseAllowed'] === true,
    sites: (Array.isArray(values['sites']) ? values['sites'] : []).filter(isSiteSettings),
  };
}

/** What a page of this host is told. The longest site that fits decides. */
export function pageSettings({ settings }: Policy, host: string, isPaused: boolean): PageSettings {
  const own = settings.sites.filter(({ site }) => isOf(host, site)).sort((a, b) => b.site.length - a.site.length)[0];
  return {
    enabled: (own?.enabled ?? true) && !isPaused,
    failMode: own?.failMode ?? settings.failMode,
    locale: settings.locale ?? (chrome.i18n.getUILanguage().startsWith('fr') ? 'fr' : 'en'),
    asYouType: own?.asYouType ?? settings.asYouType,
    strictMode: own?.strictMode ?? settings.strictMode,
  };
}

function isSiteSettings(value: unknown): value is SiteSettings {
  return typeof value === 'object' && value !== null && typeof (value as SiteSettings).site === 'string';
}

function localeOf(value: unknown): Locale | null {
  return value === 'en' || value === 'fr' ? value : null;
}

function within(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value : null;
}

function originOf(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const { origin, protocol } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
