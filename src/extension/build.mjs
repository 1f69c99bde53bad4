// npm run build [-- --api-host http://dlp.example:5480]
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { zipSync } from 'fflate';
import { adapters, adaptersPlugin, here, readJson } from './bundling.mjs';
import { iconPng, iconSizes } from './icons.mjs';
import { manifestOf } from './manifest.mjs';

const { values: options } = parseArgs({ options: { 'api-host': { type: 'string', default: 'http://127.0.0.1:5480' } } });
const apiHost = new URL(options['api-host']).origin;
const { version } = readJson('package.json');
const hosts = [...new Set(adapters.flatMap(adapter => adapter.hosts))].sort();

rmSync(join(here, 'dist'), { recursive: true, force: true });
for (const browser of ['chrome', 'firefox']) {
  await build(browser, { name: browser, everySite: false, openShadow: false });
  pack(browser);
}
// Tests look into the dialog and run on pages of their own; never shipped, never packed.
await build('chrome', { name: 'test-chrome', everySite: true, openShadow: true });
await build('chrome', { name: 'test-chrome-closed', everySite: true, openShadow: false });
await build('firefox', { name: 'test-firefox', everySite: true, openShadow: true });

async function build(browser, { name, everySite, openShadow }) {
  const out = join(here, 'dist', name);
  mkdirSync(out, { recursive: true });
  const pages = ['popup', 'options'].filter(page => existsSync(join(here, 'src', page)));
  await esbuild.build({
    absWorkingDir: here,
    entryPoints: [...['worker', 'content', 'main-world'].map(entry => ({ in: `src/${entry}.ts`, out: entry })), ...pages.map(page => ({ in: `src/${page}/${page}.ts`, out: `${page}/${page}` }))],
    outdir: out,
    bundle: true,
    format: 'iife',
    target: browser === 'chrome' ? 'chrome148' : 'firefox140',
    legalComments: 'none',
    charset: 'utf8',
    loader: { '.css': 'text' },
    define: { __API_HOST__: JSON.stringify(apiHost), __OPEN_SHADOW__: String(openShadow) },
    plugins: [adaptersPlugin],
  });
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifestOf({ browser, version, apiHost, hosts, everySite }), null, 2) + '\n');
  mkdirSync(join(out, 'icons'));
  for (const size of iconSizes) writeFileSync(join(out, 'icons', `icon-${size}.png`), iconPng(size));
  for (const asset of ['_locales', 'managed_schema.json'])
    if (existsSync(join(here, asset))) cpSync(join(here, asset), join(out, asset), { recursive: true });
  for (const page of pages)
    for (const file of readdirSync(join(here, 'src', page)).filter(file => /\.html$/.test(file)))
      cpSync(join(here, 'src', page, file), join(out, page, file));
}

function pack(name) {
  const folder = join(here, 'dist', name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name)).sort();
  // A fixed time makes equal sources give equal packages.
  const entries = Object.fromEntries(files.map(file => [relative(folder, file).replaceAll('\\', '/'), [readFileSync(file), { mtime: new Date(2026, 0, 1) }]]));
  writeFileSync(join(here, 'dist', `dlp-${name}-${version}.zip`), zipSync(entries, { level: 9 }));
}
