import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merged, pageSettings } from '../src/policy.ts';
import { defaultSettings } from '../src/settings.ts';

Object.assign(globalThis, { chrome: { i18n: { getUILanguage: () => 'fr-CA' } } });
const page = (given: object, host: string, isPaused = false) => pageSettings({ managed: true, settings: merged(given) }, host, isPaused);

test('what is of a wrong type is as if it were not given', () => {
  const wrong = { apiBase: 'ftp://x', token: 5, failMode: 'ajar', timeLimitMilliseconds: 1, locale: 'de', asYouType: 'yes', strictMode: 1, sites: 'x.com' };
  assert.deepEqual(merged(wrong), defaultSettings);
  assert.deepEqual(merged(null), defaultSettings);
});

test('the API’s address is an origin', () => {
  assert.equal(merged({ apiBase: 'https://dlp.example:8443/some/path' }).apiBase, 'https://dlp.example:8443');
});

test('a page follows the longest site that fits, and for the rest what is for all', () => {
  const given = { failMode: 'open', asYouType: true, sites: [{ site: 'x.example', enabled: false }, { site: 'chat.x.example', failMode: 'closed', enabled: true }] };
  assert.deepEqual(page(given, 'www.x.example'), { enabled: false, failMode: 'open', locale: 'fr', asYouType: true, strictMode: false });
  assert.deepEqual(page(given, 'chat.x.example'), { enabled: true, failMode: 'closed', locale: 'fr', asYouType: true, strictMode: false });
  assert.equal(page(given, 'notx.example').enabled, true);
});

test('a page is told neither the address nor the token', () => {
  const told = JSON.stringify(page({ apiBase: 'https://dlp.example', token: 'made-up' }, 'x.example'));
  assert.ok(!told.includes('dlp.example') && !told.includes('made-up'));
});

test('a pause turns a page off', () => assert.equal(page({}, 'x.example', true).enabled, false));
