/** Whether this page is protected, and what was decided lately. */
import { element } from '../element.ts';
import { icon, type IconName } from '../icon.ts';
import { ask, type LastVerdict, type Protection, type TabStatus } from '../messages.ts';
import { openOwnPage } from '../own-page.ts';
import type { Locale } from '../protocol.ts';
import { typeset } from '../typography.ts';
import styles from './popup.css';
import { popupWordings, type PopupWording } from './wording.ts';

/** Name of the adapter for pages that none was made for (`adapters/generic.json`). */
const genericAdapter = 'Any page';

const looks: Record<Protection | 'absent', { tone: string; icon: IconName }> = {
  protected: { tone: 'allow', icon: 'allow' },
  waiting: { tone: 'allow', icon: 'allow' },
  notProtected: { tone: 'block', icon: 'alert' },
  off: { tone: '', icon: 'off' },
  paused: { tone: 'warn', icon: 'pause' },
  absent: { tone: '', icon: 'off' },
};

const main = document.getElementById('main')!;

void open();

async function open(): Promise<void> {
  const { locale } = await openOwnPage(styles, { en: popupWordings.en.title, fr: popupWordings.fr.title });
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  await show(tab?.id ?? -1, locale);
}

async function show(tabId: number, locale: Locale): Promise<void> {
  const say = popupWordings[locale];
  const status = await ask({ type: 'status', tabId });
  const pause = async (paused: boolean) => {
    await ask({ type: 'pause', tabId, paused });
    await show(tabId, locale);
    main.querySelector('button')?.focus();
  };
  main.replaceChildren(stateView(status, say), actionsView(status, say, pause), verdictsView(status.lastVerdicts, locale, say));
}

function stateView({ protection, site, adapter, failMode }: TabStatus, say: PopupWording): HTMLElement {
  const state = protection ?? 'absent';
  const isWatching = state === 'protected' || state === 'waiting';
  return element('section', { class: `state ${looks[state].tone}` },
    element('span', { class: 'emblem' }, icon(looks[state].icon)),
    element('h1', {}, say.states[state].title),
    element('p', { class: 'lead' }, say.states[state].lead),
    site && element('dl', {},
      element('dt', {}, say.site), element('dd', {}, site),
      adapter && element('dt', {}, say.readBy), adapter && element('dd', {}, adapter === genericAdapter ? say.genericAdapter : adapter)),
    isWatching && element('p', { class: 'soft small' }, say.failMode[failMode]));
}

function actionsView({ protection, pauseAllowed }: TabStatus, say: PopupWording, pause: (paused: boolean) => Promise<void>): HTMLElement {
  const isPaused = protection === 'paused';
  const mayPause = pauseAllowed && protection !== null && protection !== 'off';
  return element('div', { class: 'actions' },
    mayPause && button(isPaused ? say.resume : say.pause, () => pause(!isPaused)),
    button(protection === null ? say.chooseSites : say.options, async () => {
      await chrome.runtime.openOptionsPage();
      close();
    }));
}

function verdictsView(verdicts: readonly LastVerdict[], locale: Locale, say: PopupWording): HTMLElement {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const verdictView = ({ at, site, verdict, titles }: LastVerdict) => element('li', { class: verdict },
    icon(verdict),
    element('div', {},
      element('p', {}, element('strong', {}, say.verdicts[verdict])),
      titles.length > 0 && element('p', {}, titles.map(title => typeset(title, locale)).join(', ')),
      element('p', { class: 'soft' }, `${site} · ${time.format(at)}`)));
  return element('section', { class: 'verdicts' },
    element('h2', { id: 'lately' }, say.lastVerdicts),
    verdicts.length === 0
      ? element('p', { class: 'soft' }, say.noVerdicts)
      : element('div', { class: 'list', tabindex: 0, role: 'region', 'aria-labelledby': 'lately' }, element('ul', { role: 'list' }, ...verdicts.map(verdictView))),
    element('p', { class: 'soft small' }, say.kept));
}

function button(text: string, act: () => Promise<void>): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', () => void act());
  return made;
}
