/** The adapters that the API serves, so that a site's redesign is mended without a release of the extension. */
import isAdapter from 'virtual:adapter-schema';
import { builtInAdapters, newest, type Adapter } from './adapters.ts';
import type { Api } from './api.ts';

interface Served {
  tag: string | null;
  at: number;
  adapters: Adapter[];
  largestBody: number;
}

const key = 'servedAdapters';
const lifetime = 15 * 60_000;

/** What the API takes unless it says otherwise: its own default, 40 MiB, less the JSON and the form around the files. */
const defaultLargestBody = 41_000_000;
const formRoom = 1_000_000;

/** The adapters that are newest, and the bytes of files that the API takes at once. */
export async function currentAdapters(): Promise<{ adapters: Adapter[] | null; largestBody: number }> {
  const served = await stored();
  const adapters = served && served.adapters.length > 0 ? newest(builtInAdapters, served.adapters) : null;
  return { adapters, largestBody: served?.largestBody ?? defaultLargestBody - formRoom };
}

/** Asks the API, at most every quarter of an hour; what it says that the schema does not allow is left out. */
export async function refreshAdapters(api: Api): Promise<void> {
  const served = await stored();
  if (served && Date.now() - served.at < lifetime) return;
  const result = await api.adapters(served?.tag ?? null);
  if (!result.ok) return;
  if (result.value === 'unchanged') return await store({ ...served!, at: Date.now() });
  const { tag, body } = result.value;
  const { adapters, maximumBodyBytes } = (body ?? {}) as { adapters?: unknown; maximumBodyBytes?: unknown };
  await store({
    tag,
    at: Date.now(),
    adapters: validAdapters(Array.isArray(adapters) ? adapters : []),
    largestBody: (typeof maximumBodyBytes === 'number' ? maximumBodyBytes : defaultLargestBody) - formRoom,
  });
}

/** Keeps what the schema allows; what a server says is data of a stranger. */
export function validAdapters(candidates: readonly unknown[]): Adapter[] {
  return candidates.filter((candidate): candidate is Adapter => isAdapter(candidate));
}

async function stored(): Promise<Served | undefined> {
  return (await chrome.storage.local.get(key))[key] as Served | undefined;
}

function store(served: Served): Promise<void> {
  return chrome.storage.local.set({ [key]: served });
}
