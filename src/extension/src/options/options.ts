/** The settings: to change without an administrator, to read with one. */
import { element } from '../element.ts';
import { openOwnPage } from '../own-page.ts';
import { managedView } from './managed-view.ts';
import styles from './options.css';
import { settingsForm } from './settings-form.ts';
import { leftOutView, otherSitesView } from './sites-view.ts';
import { optionsWordings } from './wording.ts';

void open();

async function open(): Promise<void> {
  const { locale, view } = await openOwnPage(styles, { en: optionsWordings.en.title, fr: optionsWordings.fr.title });
  const say = optionsWordings[locale];
  document.getElementById('main')!.replaceChildren(
    element('header', {}, element('img', { src: '../icons/icon-48.png', alt: '', width: 40, height: 40 }), element('h1', {}, say.title)),
    view.managed ? managedView(view, say) : settingsForm(view, say),
    otherSitesView(say),
    ...(view.managed ? [] : [leftOutView(view, say)]));
}
