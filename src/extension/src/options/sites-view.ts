import { element } from '../element.ts';
import { ask, type SettingsView } from '../messages.ts';
import { siteHost } from './addresses.ts';
import { button, card, complain, field } from './fields.ts';
import type { OptionsWording } from './wording.ts';

const everySite = '*://*/*';

/** The sites that the author opened to the extension, beside those that it is made for. */
export function otherSitesView(say: OptionsWording): HTMLElement {
  const shipped = chrome.runtime.getManifest();
  const own = new Set([...(shipped.host_permissions ?? []), ...(shipped.content_scripts ?? []).flatMap(({ matches = [] }) => matches)]);
  const sites = new SiteList(say.otherSites, say.otherSitesLead, say.add, say, {
    list: async () => ((await chrome.permissions.getAll()).origins ?? []).filter(origin => !own.has(origin)),
    add: host => chrome.permissions.request({ origins: [`*://*.${host}/*`] }),
    remove: origin => chrome.permissions.remove({ origins: [origin] }),
    nameOf: origin => (origin === everySite ? say.everySite : origin.replace(/^\*?[a-z]*:\/\/(\*\.)?/, '').replace(/\/\*$/, '')),
  });
  sites.element.append(button(say.addEverySite, async () => {
    await chrome.permissions.request({ origins: [everySite] });
    await sites.refresh();
  }));
  return sites.element;
}

/** The sites on which nothing is checked. */
export function leftOutView(view: SettingsView, say: OptionsWording): HTMLElement {
  let sites = view.settings.sites;
  const save = async (next: typeof sites) => {
    const { ok } = await ask({ type: 'saveSettings', settings: { sites: next } });
    if (ok) sites = next;
    return ok;
  };
  return new SiteList(say.leftOut, say.leftOutLead, say.leaveOut, say, {
    list: async () => sites.filter(site => site.enabled === false).map(({ site }) => site),
    add: host => save([...sites.filter(({ site }) => site !== host), { site: host, enabled: false }]),
    remove: host => save(sites.filter(({ site }) => site !== host)),
    nameOf: host => host,
  }).element;
}

interface Source {
  list(): Promise<string[]>;
  /** False when it was not done. */
  add(host: string): Promise<boolean>;
  remove(entry: string): Promise<boolean>;
  nameOf(entry: string): string;
}

let lists = 0;

/** A list of sites to which some can be added and from which some can be removed. */
class SiteList {
  readonly element: HTMLElement;
  readonly #list = element('ul', { class: 'sites', role: 'list' });
  readonly #input = element('input', { id: `site-${++lists}`, type: 'text', inputmode: 'url', autocapitalize: 'none', autocomplete: 'off', spellcheck: 'false' });
  readonly #say: OptionsWording;
  readonly #source: Source;

  constructor(title: string, lead: string, add: string, say: OptionsWording, source: Source) {
    this.#say = say;
    this.#source = source;
    const form = element('form', { class: 'add', novalidate: true }, field(say.site, this.#input), element('button', { type: 'submit' }, add));
    form.addEventListener('submit', event => {
      event.preventDefault();
      void this.#add();
    });
    this.element = card(title, element('p', { class: 'soft' }, lead), this.#list, form);
    void this.refresh();
  }

  async refresh(): Promise<void> {
    const entries = await this.#source.list();
    this.#list.replaceChildren(...entries.map(entry => {
      const name = this.#source.nameOf(entry);
      const remove = async () => {
        await this.#source.remove(entry);
        await this.refresh();
        this.#input.focus();
      };
      return element('li', {}, element('span', {}, name), button(this.#say.removeShort, remove, { 'aria-label': this.#say.remove(name) }));
    }));
  }

  async #add(): Promise<void> {
    const host = siteHost(this.#input.value);
    complain(this.#input, host ? '' : this.#say.siteFault);
    if (!host) return;
    if (!(await this.#source.add(host))) return complain(this.#input, this.#say.notAllowed);
    this.#input.value = '';
    await this.refresh();
  }
}
