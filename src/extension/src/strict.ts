/**
 * Strict mode: the browser itself blocks a site's publish requests, and lets them through for a moment in the tab
 * where a draft was just allowed. Needs the optional permission declarativeNetRequestWithHostAccess and access to the site.
 */
import { builtInAdapters, isOf, type Adapter } from './adapters.ts';
import type { Settings } from './settings.ts';

const blockPriority = 1;
const allowPriority = 2;
// Room for the ids of blocking rules; those of tabs come after.
const firstTabRule = 100_000;
const openTime = 5000;

/** Sets the blocking rules that the settings ask for. */
export async function applyStrictMode(settings: Settings, adapters: readonly Adapter[] = builtInAdapters): Promise<void> {
  if (!(await mayBlock())) return;
  const old = await chrome.declarativeNetRequest.getSessionRules();
  const filters = adapters.filter(({ hosts }) => hosts.some(host => isStrict(settings, host))).flatMap(({ publishRequests = [] }) => publishRequests);
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: old.filter(({ id }) => id < firstTabRule).map(({ id }) => id),
    addRules: filters.map((urlFilter, index) => ({ id: index + 1, priority: blockPriority, action: { type: 'block' }, condition: { urlFilter, ...publishing } })),
  });
}

/** Lets the tab publish for as long as an approval holds. */
export async function openTab(tabId: number): Promise<void> {
  if (!(await mayBlock())) return;
  const id = firstTabRule + tabId;
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [id],
    addRules: [{ id, priority: allowPriority, action: { type: 'allow' }, condition: { tabIds: [tabId], ...publishing } }],
  });
  setTimeout(() => void closeTab(tabId), openTime);
}

/** Ends what openTab began; also for a worker that was ended before it could. */
export async function closeTab(tabId: number): Promise<void> {
  if (await mayBlock()) await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [firstTabRule + tabId] });
}

const publishing = {
  requestMethods: ['post', 'put', 'patch'],
  resourceTypes: ['xmlhttprequest', 'ping', 'main_frame', 'sub_frame', 'websocket', 'other'],
} as const satisfies { requestMethods: string[]; resourceTypes: string[] } as unknown as Pick<chrome.declarativeNetRequest.RuleCondition, 'requestMethods' | 'resourceTypes'>;

function isStrict(settings: Settings, host: string): boolean {
  const own = settings.sites.filter(({ site }) => isOf(host, site)).sort((a, b) => b.site.length - a.site.length)[0];
  return own?.strictMode ?? settings.strictMode;
}

function mayBlock(): Promise<boolean> {
  return chrome.permissions.contains({ permissions: ['declarativeNetRequestWithHostAccess'] });
}
