// npm test [-- part of a file's name]
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { adaptersPlugin, here } from '../bundling.mjs';

const [wanted = ''] = process.argv.slice(2);
const tests = readdirSync(join(here, 'test')).filter(file => file.endsWith('.test.ts') && file.includes(wanted));
// Below node_modules, so that the tests find their packages.
const out = join(here, 'node_modules', '.cache', 'test');
rmSync(out, { recursive: true, force: true });
await esbuild.build({
  absWorkingDir: here,
  entryPoints: tests.map(file => join('test', file)),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  sourcemap: 'inline',
  loader: { '.css': 'text' },
  define: { __API_HOST__: '"http://127.0.0.1:5480"', __OPEN_SHADOW__: 'true' },
  plugins: [adaptersPlugin],
});
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...readdirSync(out).map(file => join(out, file))], { stdio: 'inherit' });
process.exit(status ?? 1);
