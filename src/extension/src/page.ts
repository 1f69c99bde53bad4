import { adaptersFor, builtInAdapters, usableAdapters, type Adapter } from './adapters.ts';
import { hostOfPage } from './composing.ts';
import { ask } from './messages.ts';
import type { PageSettings } from './settings.ts';

// Which software a page is made with may show only once it is built; looking at every key would cost too much.
const detectionTime = 1000;

/** Until the worker answers, and when it cannot. */
const cautious: PageSettings = {
  enabled: true,
  failMode: 'closed',
  locale: navigator.language.startsWith('fr') ? 'fr' : 'en',
  asYouType: false,
  strictMode: false,
};

/** What is known of the page: its settings and how to read it. */
export class Page {
  /** Null until the worker answered. */
  current: PageSettings | null = null;
  /** The settings once they are known. */
  settings: Promise<PageSettings>;
  #all: readonly Adapter[] = builtInAdapters;
  #adapters: { found: Adapter[]; at: number } | null = null;

  constructor() {
    this.settings = this.#ask();
  }

  /** Asks the worker again: settings change while a page is open. */
  refresh(): Promise<PageSettings> {
    return (this.settings = this.#ask());
  }

  /** The adapters of this page, the site's own first and the generic one last. */
  get adapters(): readonly Adapter[] {
    const now = performance.now();
    if (!this.#adapters || now - this.#adapters.at > detectionTime)
      this.#adapters = { found: adaptersFor(this.#all, hostOfPage(), document), at: now };
    return this.#adapters.found;
  }

  get isOff(): boolean {
    return this.current?.enabled === false;
  }

  get failsOpen(): boolean {
    return this.current?.failMode === 'open';
  }

  async #ask(): Promise<PageSettings> {
    try {
      const { settings, adapters } = await ask({ type: 'page', site: hostOfPage() });
      this.#all = adapters ? usableAdapters(adapters) : builtInAdapters;
      this.#adapters = null;
      return (this.current = settings);
    } catch {
      return this.current ?? cautious;
    }
  }
}
