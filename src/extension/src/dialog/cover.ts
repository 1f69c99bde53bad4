/** Options of the second version of IntersectionObserver, which Chromium has: it tells whether anything is painted over an element. */
interface VisibilityOptions extends IntersectionObserverInit {
  trackVisibility: true;
  delay: number;
}

interface VisibilityEntry extends IntersectionObserverEntry {
  isVisible?: boolean;
}

/**
 * Watches for what a page may put over the dialog: only the top layer is above it, so a later modal dialog, a popover, or something in full screen.
 * Chromium's visibility tracking finds all of them, also inside the page's shadow roots; elsewhere their events tell, where they can be seen.
 * @returns what ends the watch
 */
export function watchCover(host: Element, dialog: Element, onCovered: () => void): () => void {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  window.addEventListener('toggle', event => {
    const { newState } = event as ToggleEvent;
    const { target } = event;
    if (newState === 'open' && target !== host && target instanceof Element && target.matches(':popover-open, :modal')) onCovered();
  }, options);
  window.addEventListener('fullscreenchange', () => {
    if (document.fullscreenElement) onCovered();
  }, options);

  const observer = new IntersectionObserver(entries => {
    const last: VisibilityEntry | undefined = entries.at(-1);
    if (!last || last.isVisible !== false || last.intersectionRatio === 0 || document.visibilityState !== 'visible') return;
    onCovered();
    // Tells again, whether or not that helped.
    observer.unobserve(dialog);
    observer.observe(dialog);
  }, { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 } as VisibilityOptions);
  if ('isVisible' in IntersectionObserverEntry.prototype) observer.observe(dialog);
  end.signal.addEventListener('abort', () => observer.disconnect());
  return () => end.abort();
}
