/** What is remembered until the browser ends, in memory only: the worker itself comes and goes. */
import { isOf } from './adapters.ts';
import type { LastVerdict, Protection } from './messages.ts';

/** What is known of a tab. */
export interface TabState {
  site: string;
  adapter: string | null;
  protection: Protection;
}

const mostVerdicts = 20;

export async function tabState(tabId: number): Promise<TabState | null> {
  return (await get<TabState>(`tab ${tabId}`)) ?? null;
}

export function setTabState(tabId: number, state: TabState): Promise<void> {
  return chrome.storage.session.set({ [`tab ${tabId}`]: state });
}

export function forgetTab(tabId: number): Promise<void> {
  return chrome.storage.session.remove(`tab ${tabId}`);
}

export async function lastVerdicts(): Promise<LastVerdict[]> {
  return (await get<LastVerdict[]>('verdicts')) ?? [];
}

export async function addVerdict(verdict: LastVerdict): Promise<void> {
  await chrome.storage.session.set({ verdicts: [verdict, ...(await lastVerdicts())].slice(0, mostVerdicts) });
}

/** Whether the author paused a site; it is known by the host of its page, and by its adapter's, which is above that. */
export async function isPaused(site: string): Promise<boolean> {
  return (await pausedSites()).some(paused => isOf(site, paused));
}

export async function setPaused(site: string, paused: boolean): Promise<void> {
  const others = (await pausedSites()).filter(other => !isOf(site, other) && !isOf(other, site));
  await chrome.storage.session.set({ paused: paused ? [...others, site] : others });
}

async function pausedSites(): Promise<string[]> {
  return (await get<string[]>('paused')) ?? [];
}

async function get<T>(key: string): Promise<T | undefined> {
  return (await chrome.storage.session.get(key))[key] as T | undefined;
}
