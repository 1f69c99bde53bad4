/** The service worker (in Firefox, the background script): answers content scripts, the popup and the options page. */
import { isOf } from './adapters.ts';
import { Api } from './api.ts';
import { showBadge } from './badge.ts';
import { countHealth } from './health.ts';
import { registerGrantedSites, replaceOrphans } from './granted-sites.ts';
import type { Answers, ContentRequest, DraftMessage, PageRequest, Result } from './messages.ts';
import { keepSettingsFromPages, merged, pageSettings, readPolicy, refreshPolicy } from './policy.ts';
import type { CheckAnswer } from './protocol.ts';
import { currentAdapters, refreshAdapters } from './served-adapters.ts';
import { addVerdict, forgetTab, isPaused, lastVerdicts, setPaused, setTabState, tabState } from './session.ts';
import { applyStrictMode, openTab } from './strict.ts';

type Request = ContentRequest | PageRequest;
type Sender = chrome.runtime.MessageSender;
type Handlers = { [T in Request['type']]: (request: Extract<Request, { type: T }>, sender: Sender) => Promise<Answers[T]> };

const underway = new Map<string, AbortController>();

const forPages: Pick<Handlers, ContentRequest['type']> = {
  async page({ site }, { tab, frameId }) {
    const settings = pageSettings(await readPolicy(), site, await isPaused(site));
    const { adapters } = await currentAdapters();
    if (tab?.id !== undefined) {
      const known = await tabState(tab.id);
      // Of the tab's page before, which was another site's.
      const isStale = known && frameId === 0 && !isOf(site, known.site);
      if (!known || isStale) await setTabState(tab.id, { site, adapter: null, protection: 'waiting' });
    }
    void api().then(refreshAdapters);
    return { settings, adapters };
  },
  async check({ requestId, draft }) {
    const cancellation = new AbortController();
    underway.set(requestId, cancellation);
    try {
      return await checked(draft, cancellation.signal);
    } finally {
      underway.delete(requestId);
    }
  },
  async cancel({ requestId }) {
    underway.get(requestId)?.abort();
    return null;
  },
  async outcome({ site, checkId, outcome }) {
    if (outcome.outcome === 'published') void addVerdict({ at: Date.now(), site, verdict: 'allow', titles: [] });
    return (await api()).tellOutcome(checkId, outcome);
  },
  justifications: async () => (await api()).justifications(),
  async protection({ site, adapter, adapterVersion, protection }, { tab }) {
    if (tab?.id === undefined) return null;
    await setTabState(tab.id, { site, adapter, protection });
    await showBadge(tab.id, protection);
    await countHealth(await api(), site, adapterVersion, protection);
    return null;
  },
  async allowPublish(_, { tab }) {
    if (tab?.id !== undefined) await openTab(tab.id);
    return null;
  },
};

const forOwnPages: Pick<Handlers, PageRequest['type']> = {
  async status({ tabId }) {
    // The browser does not say where a tab went that the extension may not see; its own script, which is there or not, does.
    const isThere = await chrome.tabs.sendMessage(tabId, { type: 'areYouThere' }, { frameId: 0 }).catch(() => false);
    const state = isThere ? await tabState(tabId) : null;
    const policy = await readPolicy();
    const { enabled, failMode } = pageSettings(policy, state?.site ?? '', false);
    const paused = state !== null && (await isPaused(state.site));
    return {
      site: state?.site ?? null,
      protection: state && (paused ? 'paused' : enabled ? state.protection : 'off'),
      adapter: state?.adapter ?? null,
      failMode,
      pauseAllowed: policy.settings.pauseAllowed,
      lastVerdicts: await lastVerdicts(),
    };
  },
  async pause({ tabId, paused }) {
    const state = await tabState(tabId);
    if (!state || !(await readPolicy()).settings.pauseAllowed) return null;
    await setPaused(state.site, paused);
    await showBadge(tabId, paused ? 'paused' : state.protection);
    await tellPages();
    return null;
  },
  async settings() {
    const { managed, settings } = await readPolicy();
    const { token, ...shown } = settings;
    return { managed, settings: shown, hasToken: token !== null };
  },
  async saveSettings({ settings }) {
    const policy = await readPolicy();
    if (policy.managed) return { ok: false, failure: 'refused' };
    await chrome.storage.local.set({ settings: merged({ ...policy.settings, ...settings }) });
    await changed();
    return { ok: true, value: null };
  },
  async testConnection({ apiBase, token }) {
    const { settings } = await readPolicy();
    const begun = performance.now();
    const result = await new Api(merged({ ...settings, apiBase, token: token ?? settings.token })).isThere();
    return result.ok ? { ok: true, value: { elapsedMilliseconds: performance.now() - begun } } : result;
  },
};

async function checked(draft: DraftMessage, cancelled: AbortSignal): Promise<Result<CheckAnswer>> {
  const policy = await readPolicy();
  const { locale } = pageSettings(policy, draft.site, false);
  const { largestBody } = await currentAdapters();
  const result = await new Api(policy.settings).check(draft, locale, largestBody, cancelled);
  // What is allowed is told once it was published, and what was only being written not at all.
  if (result.ok && result.value.verdict !== 'allow' && draft.purpose === 'publish') {
    const { verdict, findings } = result.value;
    const titles = [...new Set(findings.filter(finding => finding.verdict !== 'allow').map(({ title }) => title))];
    void addVerdict({ at: Date.now(), site: draft.site, verdict, titles });
  }
  return result;
}

async function api(): Promise<Api> {
  return new Api((await readPolicy()).settings);
}

/** Takes up changed settings, here and in open pages. */
async function changed(): Promise<void> {
  const { settings } = await refreshPolicy();
  await applyStrictMode(settings, (await currentAdapters()).adapters ?? undefined).catch(() => undefined);
  await tellPages();
}

async function tellPages(): Promise<void> {
  for (const { id } of await chrome.tabs.query({}))
    if (id !== undefined) await chrome.tabs.sendMessage(id, { type: 'settingsChanged' }).catch(() => undefined);
}

chrome.runtime.onMessage.addListener((request: Request, sender: Sender, respond: (answer: unknown) => void) => {
  const isOwnPage = sender.url?.startsWith(chrome.runtime.getURL('')) ?? false;
  const handlers = isOwnPage ? { ...forPages, ...forOwnPages } : forPages;
  const handler = handlers[request.type as keyof typeof handlers] as ((request: Request, sender: Sender) => Promise<unknown>) | undefined;
  if (sender.id !== chrome.runtime.id || !handler) return false;
  // An error's text may quote what was sent.
  handler(request, sender).then(respond, () => respond({ ok: false, failure: 'internal' }));
  return true;
});
chrome.runtime.onInstalled.addListener(() => void replaceOrphans());
chrome.runtime.onStartup.addListener(() => void changed());
chrome.storage.managed.onChanged?.addListener(() => void changed());
chrome.permissions.onAdded.addListener(() => void registerGrantedSites().then(changed));
chrome.permissions.onRemoved.addListener(() => void registerGrantedSites().then(changed));
chrome.tabs.onRemoved.addListener(tabId => void forgetTab(tabId));

void keepSettingsFromPages().then(readPolicy).then(({ settings }) => applyStrictMode(settings)).catch(() => undefined);
void registerGrantedSites().catch(() => undefined);
