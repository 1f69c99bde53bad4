import { ask, type SettingsView } from './messages.ts';
import pageStyles from './own-page.css';
import type { Locale } from './protocol.ts';
import theme from './theme.css';

/** Readies one of the extension's own pages: its look, its language and its title. */
export async function openOwnPage(styles: string, titles: Record<Locale, string>): Promise<{ locale: Locale; view: SettingsView }> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme + pageStyles + styles);
  document.adoptedStyleSheets = [sheet];
  const view = await ask({ type: 'settings' });
  const locale = view.settings.locale ?? (chrome.i18n.getUILanguage().startsWith('fr') ? 'fr' : 'en');
  document.documentElement.lang = locale;
  document.title = titles[locale];
  return { locale, view };
}
