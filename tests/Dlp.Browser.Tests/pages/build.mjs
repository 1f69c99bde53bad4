// Bundles each editor of editors/ once, with a page around it, and copies the hand-written pages of site/. Output: dist/.
import { build } from 'esbuild';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const here = (path) => new URL(path, import.meta.url).pathname;
const editors = readdirSync(here('editors')).filter((file) => /\.jsx?$/.test(file));

rmSync(here('dist'), { recursive: true, force: true });
await build({
  entryPoints: [...editors.map((file) => here(`editors/${file}`)), here('publishing.js')],
  outdir: here('dist'),
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2024',
  minify: true,
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  loader: { '.css': 'text' },
  logLevel: 'warning',
});
const shell = readFileSync(here('shell.html'), 'utf8');
for (const name of editors.map((file) => basename(file).replace(/\.jsx?$/, '')))
  writeFileSync(here(`dist/${name}.html`), shell.replaceAll('{name}', name));
cpSync(here('site'), here('dist'), { recursive: true });
