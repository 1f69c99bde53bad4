import { element } from '../element.ts';
import type { SettingsView } from '../messages.ts';
import type { SiteSettings } from '../settings.ts';
import { testConnection } from './connection.ts';
import { button, card } from './fields.ts';
import type { OptionsWording } from './wording.ts';

/** The settings of an administrator, to read. */
export function managedView({ settings, hasToken }: SettingsView, say: OptionsWording): HTMLElement {
  const yesNo = (value: boolean) => (value ? say.yes : say.no);
  const tested = element('p', { class: 'status', role: 'status' });
  const facts = (...pairs: [string, string | HTMLElement][]) => element('dl', {}, ...pairs.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
  return element('div', {},
    element('p', { class: 'managed' }, say.managed),
    isStrict(settings) && strictModeNotice(say),
    card(say.connection,
      facts([say.apiBase, settings.apiBase], [say.token, yesNo(hasToken)]),
      element('div', { class: 'row' }, button(say.test, () => testConnection(settings.apiBase, null, tested, say)), tested)),
    card(say.checks, facts(
      [say.failMode, say.failModes[settings.failMode]],
      [say.timeLimit, say.seconds(settings.timeLimitMilliseconds / 1000)],
      [say.locale, say.locales[settings.locale ?? 'browser']],
      [say.asYouType, yesNo(settings.asYouType)],
      [say.strictMode, yesNo(settings.strictMode)],
      [say.pauseAllowed, yesNo(settings.pauseAllowed)],
      [say.siteSettings, settings.sites.length === 0 ? say.none : element('ul', {}, ...settings.sites.map(site => element('li', {}, siteFacts(site))))])));

  function siteFacts({ site, enabled, failMode, asYouType, strictMode }: SiteSettings): string {
    const own = [
      enabled === false && say.isLeftOut,
      failMode && `${say.failMode}, ${say.failModes[failMode]}`,
      asYouType !== undefined && `${say.asYouType} – ${yesNo(asYouType)}`,
      strictMode !== undefined && `${say.strictMode} – ${yesNo(strictMode)}`,
    ].filter(Boolean);
    return [site, ...own].join(' · ');
  }
}

function isStrict({ strictMode, sites }: SettingsView['settings']): boolean {
  return strictMode || sites.some(site => site.strictMode);
}

/** Asks for what a policy cannot grant; hidden once it is granted. */
function strictModeNotice(say: OptionsWording): HTMLElement {
  const needed: chrome.permissions.Permissions = { permissions: ['declarativeNetRequestWithHostAccess'] };
  const notice = element('div', { class: 'needs', hidden: true },
    element('p', {}, say.strictModeNeeds),
    button(say.allow, async () => {
      notice.hidden = await chrome.permissions.request(needed);
    }));
  void chrome.permissions.contains(needed).then(isGranted => {
    notice.hidden = isGranted;
  });
  return notice;
}
