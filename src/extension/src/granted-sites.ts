/** The sites that the author, or an administrator, opened to the extension beside those that it is made for. */

type ContentScript = NonNullable<chrome.runtime.ManifestV3['content_scripts']>[number] & { world?: 'MAIN' };

const shipped: ContentScript[] = chrome.runtime.getManifest().content_scripts ?? [];

/** Puts the content scripts on the granted sites, and nowhere else. */
export async function registerGrantedSites(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const own = new Set([...(chrome.runtime.getManifest().host_permissions ?? []), ...shipped.flatMap(({ matches = [] }) => matches)]);
  const matches = origins.filter(origin => !own.has(origin));
  const ids = (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  if (ids.length > 0) await chrome.scripting.unregisterContentScripts({ ids });
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts(shipped.map(({ js = [], world }, index) => ({
    id: `granted-${index + 1}`,
    matches,
    excludeMatches: shipped.flatMap(({ matches = [] }) => matches),
    js,
    world,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_start',
  })));
}

/** After an update the scripts of open tabs are orphans: puts the new ones beside them, where the browser allows it. */
export async function replaceOrphans(): Promise<void> {
  for (const { id } of await chrome.tabs.query({})) {
    if (id === undefined) continue;
    for (const { js = [], world } of shipped) {
      await chrome.scripting
        .executeScript({ target: { tabId: id, allFrames: true }, files: js, world, injectImmediately: true })
        .catch(() => undefined);
    }
  }
}
