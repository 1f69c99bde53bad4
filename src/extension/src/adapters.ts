import builtIn from 'virtual:adapters';
import type { Audience } from './protocol.ts';

/** How to read one site; `adapters.schema.json` says what each member means. */
export interface Adapter {
  name: string;
  version: string;
  hosts: string[];
  detect?: string;
  verified: { against: string; source: string; on: string }[];
  composers: Composer[];
  publishRequests?: string[];
}

export type SendKey = 'Enter' | 'Mod+Enter' | 'Shift+Enter';

export interface Composer {
  name: string;
  text: string[];
  scope?: string[];
  thread?: boolean;
  title?: string[];
  imageDescriptions?: string[];
  publish: { selectors: string[]; words?: string[] };
  sendKeys?: { keys: SendKey[]; words?: string[] };
  audience?: { default: Audience; when?: { selectors: string[]; contains?: string[]; audience: Audience }[] };
}

/** The adapters shipped with the extension, the generic one last. */
export const builtInAdapters: readonly Adapter[] = builtIn;

/** Keeps those whose selectors this browser understands: one that it does not would make every look at the page fail. */
export function usableAdapters(adapters: readonly Adapter[]): Adapter[] {
  const probe = document.createDocumentFragment();
  return adapters.filter(adapter => selectorsOf(adapter).every(selector => {
    try {
      probe.querySelector(selector);
      return true;
    } catch {
      return false;
    }
  }));
}

function selectorsOf({ detect, composers }: Adapter): string[] {
  const own = composers.flatMap(({ text, scope = [], title = [], imageDescriptions = [], publish, audience }) =>
    [...text, ...scope, ...title, ...imageDescriptions, ...publish.selectors, ...(audience?.when ?? []).flatMap(({ selectors }) => selectors)]);
  return detect ? [detect, ...own] : own;
}

/** The newer of each name, by version. */
export function newest(shipped: readonly Adapter[], served: readonly Adapter[]): Adapter[] {
  const byName = new Map(shipped.map(adapter => [adapter.name, adapter]));
  for (const adapter of served) {
    const known = byName.get(adapter.name);
    if (!known || isNewer(adapter.version, known.version)) byName.set(adapter.name, adapter);
  }
  return [...byName.values()].sort((a, b) => Number(isGeneric(a)) - Number(isGeneric(b)));
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

/** The adapter of every page that no other is for. */
export function isGeneric(adapter: Adapter): boolean {
  return adapter.hosts.length === 0 && adapter.detect === undefined;
}

/** Whether a host is the site or below it. */
export function isOf(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/** The adapters of a page, the site's own before the generic one. */
export function adaptersFor(all: readonly Adapter[], host: string, page: ParentNode): Adapter[] {
  return all.filter(adapter =>
    isGeneric(adapter)
    || adapter.hosts.some(site => isOf(host, site))
    || (adapter.detect !== undefined && page.querySelector(adapter.detect) !== null));
}

/** The name under which the API knows the page: the adapter's first host, else the page's own. */
export function siteOf(adapter: Adapter, host: string): string {
  return adapter.hosts.find(site => isOf(host, site)) ?? host;
}
