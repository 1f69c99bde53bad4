import { ask } from '../messages.ts';
import { patternOf } from './addresses.ts';
import type { OptionsWording } from './wording.ts';

/**
 * Asks the browser to let the extension reach an address, and rule over requests when `strict`; it answers at once when that is granted already.
 * Both are asked for in one go: only the press of a button may ask, and after a first answer it no longer counts.
 */
export function mayReach(apiBase: string, strict = false): Promise<boolean> {
  return chrome.permissions.request({ origins: [patternOf(apiBase)], permissions: strict ? ['declarativeNetRequestWithHostAccess'] : [] });
}

/** Calls the API, and says how it went. A token of null stands for the one that is stored. */
export async function testConnection(apiBase: string, token: string | null, status: HTMLElement, say: OptionsWording): Promise<void> {
  status.className = 'status';
  status.textContent = say.testing;
  const result = (await mayReach(apiBase))
    ? await ask({ type: 'testConnection', apiBase, token })
    : { ok: false as const, failure: 'noPermission' as const };
  status.className = `status ${result.ok ? 'good' : 'bad'}`;
  status.textContent = result.ok ? say.works(Math.round(result.value.elapsedMilliseconds)) : say.failures[result.failure] ?? say.failures.internal;
}
