import { element } from '../element.ts';
import { ask, type SettingsView } from '../messages.ts';
import type { Locale } from '../protocol.ts';
import type { FailMode, Settings } from '../settings.ts';
import { apiOrigin } from './addresses.ts';
import { mayReach, testConnection } from './connection.ts';
import { button, card, complain, field, tick } from './fields.ts';
import type { OptionsWording } from './wording.ts';

/** The settings of those who have no administrator. */
export function settingsForm({ settings, hasToken }: SettingsView, say: OptionsWording): HTMLElement {
  const apiBase = element('input', { id: 'api-base', type: 'url', value: settings.apiBase, spellcheck: 'false', autocomplete: 'off', required: true });
  const token = element('input', { id: 'token', type: 'password', autocomplete: 'off', spellcheck: 'false' });
  const seconds = element('input', { id: 'time-limit', type: 'number', min: 0.5, max: 60, step: 0.5, value: settings.timeLimitMilliseconds / 1000 });
  const locale = element('select', { id: 'locale' }, ...(['browser', 'en', 'fr'] as const).map(one =>
    element('option', { value: one, selected: one === (settings.locale ?? 'browser'), lang: one === 'browser' ? null : one }, say.locales[one])));
  const failModes = (['closed', 'open'] as const).map(mode => element('input', { type: 'radio', name: 'fail-mode', id: `fail-${mode}`, value: mode, checked: mode === settings.failMode }));
  const asYouType = element('input', { type: 'checkbox', id: 'as-you-type', checked: settings.asYouType });
  const strictMode = element('input', { type: 'checkbox', id: 'strict-mode', checked: settings.strictMode });
  const pauseAllowed = element('input', { type: 'checkbox', id: 'pause-allowed', checked: settings.pauseAllowed });
  const tested = element('p', { class: 'status', role: 'status' });
  const saved = element('p', { class: 'status', role: 'status' });

  const written = (): Partial<Settings> | null => {
    const origin = apiOrigin(apiBase.value);
    const isLimit = seconds.value !== '' && seconds.valueAsNumber >= 0.5 && seconds.valueAsNumber <= 60;
    complain(seconds, isLimit ? '' : say.timeLimitFault);
    complain(apiBase, origin ? '' : say.apiBaseFault);
    if (!origin || !isLimit) return null;
    return {
      apiBase: origin,
      ...(token.value !== '' && { token: token.value }),
      failMode: failModes.find(mode => mode.checked)?.value as FailMode,
      timeLimitMilliseconds: Math.round(seconds.valueAsNumber * 1000),
      locale: locale.value === 'browser' ? null : (locale.value as Locale),
      asYouType: asYouType.checked,
      strictMode: strictMode.checked,
      pauseAllowed: pauseAllowed.checked,
    };
  };
  const save = async () => {
    const next = written();
    if (!next) return;
    saved.className = 'status';
    saved.textContent = '';
    const isGranted = await mayReach(next.apiBase!, next.strictMode);
    const result = isGranted ? await ask({ type: 'saveSettings', settings: next }) : null;
    saved.className = `status ${result?.ok ? 'good' : 'bad'}`;
    saved.textContent = result === null ? say.notAllowed : result.ok ? say.saved : say.failures[result.failure] ?? say.failures.internal;
    if (result?.ok && next.locale !== settings.locale) location.reload();
  };
  const test = () => {
    const origin = apiOrigin(apiBase.value);
    complain(apiBase, origin ? '' : say.apiBaseFault);
    if (origin) return testConnection(origin, token.value === '' ? null : token.value, tested, say);
  };

  const form = element('form', { novalidate: true },
    card(say.connection,
      field(say.apiBase, apiBase, say.apiBaseHint),
      field(say.token, token, hasToken ? say.tokenKept : say.tokenHint),
      element('div', { class: 'row' }, button(say.test, test), tested)),
    card(say.checks,
      element('fieldset', {}, element('legend', {}, say.failMode), ...failModes.map(mode => tick(say.failModes[mode.value as FailMode], mode))),
      field(say.timeLimit, seconds),
      field(say.locale, locale),
      tick(say.asYouType, asYouType, say.asYouTypeHint),
      tick(say.strictMode, strictMode, say.strictModeHint),
      tick(say.pauseAllowed, pauseAllowed)),
    element('div', { class: 'row' }, element('button', { type: 'submit', class: 'primary' }, say.save), saved));
  form.addEventListener('submit', event => {
    event.preventDefault();
    void save();
  });
  return form;
}
