/** Counts how the adapters fare: site and version, and nothing else. */
import type { Api } from './api.ts';
import type { Protection } from './messages.ts';

interface Counts {
  draftsSeen: number;
  draftsMissed: number;
  errors: number;
}

// A count of one page at one time would tell about one person's day.
const leastInterval = 10 * 60_000;
const key = 'adapterHealth';

export async function countHealth(api: Api, site: string, version: string, protection: Protection): Promise<void> {
  const held = ((await chrome.storage.session.get(key))[key] ?? { since: Date.now(), counts: {} }) as { since: number; counts: Record<string, Counts> };
  const name = `${site} ${version}`;
  const counts = (held.counts[name] ??= { draftsSeen: 0, draftsMissed: 0, errors: 0 });
  if (protection === 'protected') counts.draftsSeen++;
  if (protection === 'notProtected') counts.draftsMissed++;
  // What goes wrong is told at once, so that the adapter is mended soon.
  const isDue = protection === 'notProtected' || Date.now() - held.since > leastInterval;
  await chrome.storage.session.set({ [key]: isDue ? { since: Date.now(), counts: {} } : held });
  if (!isDue) return;
  for (const [entry, sum] of Object.entries(held.counts)) {
    const [host = '', adapterVersion = ''] = entry.split(' ');
    await api.tellAdapterHealth(host, adapterVersion, sum);
  }
}
