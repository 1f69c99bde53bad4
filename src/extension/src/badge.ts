import type { Protection } from './messages.ts';

const badges: Record<Protection, { text: string; color: string }> = {
  protected: { text: '', color: '#2e7d32' },
  waiting: { text: '', color: '#2e7d32' },
  notProtected: { text: '!', color: '#b71c1c' },
  off: { text: '–', color: '#5f6368' },
  paused: { text: '‖', color: '#5f6368' },
};

/** Says on the extension's icon when what is published on the page would not be checked. */
export async function showBadge(tabId: number, protection: Protection): Promise<void> {
  const { text, color } = badges[protection];
  // The tab may be gone by now.
  await chrome.action.setBadgeBackgroundColor({ tabId, color }).catch(() => undefined);
  await chrome.action.setBadgeText({ tabId, text }).catch(() => undefined);
}
