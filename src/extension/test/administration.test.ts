import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { manifestOf } from '../manifest.mjs';
import { defaultSettings } from '../src/settings.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const { $schema: _, ...schema } = JSON.parse(read('managed_schema.json'));
const isSettings = new Ajv({ strict: false }).compile({ ...schema, additionalProperties: false });
const id = 'fjgmhlgpiffgiljajfocpealplbjlmgi';
const templates = '../../samples/policies';

test('an administrator can set every setting, and no other', () => {
  assert.deepEqual(Object.keys(schema.properties).sort(), Object.keys(defaultSettings).sort());
});

test('the guide explains every setting', () => {
  const guide = read('ADMINISTRATORS.md');
  for (const name of Object.keys(schema.properties)) assert.ok(guide.includes(`\`${name}\``), name);
});

test('the template for Chrome and Chromium holds settings that the schema knows', () => {
  const policy = JSON.parse(read(`${templates}/chrome.json`));
  assert.ok(isSettings(policy['3rdparty'].extensions[id]), JSON.stringify(isSettings.errors));
});

test('the template for Firefox holds settings that the schema knows, for the id of the manifest', () => {
  const manifest = manifestOf({ browser: 'firefox', version: '1', apiHost: 'http://127.0.0.1', hosts: [], everySite: false }) as { browser_specific_settings: { gecko: { id: string } } };
  const policy = JSON.parse(read(`${templates}/firefox.json`)).policies;
  const gecko = manifest.browser_specific_settings.gecko.id;
  assert.ok(isSettings(policy['3rdparty'].Extensions[gecko]), JSON.stringify(isSettings.errors));
  assert.ok(policy.ExtensionSettings[gecko]);
});

test('the template for Edge writes settings that the schema knows', () => {
  const values = [...read(`${templates}/edge.reg`).matchAll(/^"(\w+)"=(?:dword:([0-9a-f]{8})|"(.*)")$/gm)];
  const key = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${id}\\policy`;
  assert.ok(read(`${templates}/edge.reg`).includes(`[${key}]`));
  const settings = Object.fromEntries(values.filter(([, name]) => name! in schema.properties).map(([, name, number, text]) => {
    const { type } = schema.properties[name!];
    return [name, type === 'boolean' ? number === '00000001' : type === 'integer' ? parseInt(number!, 16) : type === 'array' ? JSON.parse(text!.replaceAll('\\"', '"')) : text];
  }));
  assert.ok(Object.keys(settings).length > 5);
  assert.ok(isSettings(settings), JSON.stringify(isSettings.errors));
});
