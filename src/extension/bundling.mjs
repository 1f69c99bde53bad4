import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

export const here = fileURLToPath(new URL('.', import.meta.url));

/** The files of `adapters/`, the generic one last. */
export const adapters = readdirSync(join(here, 'adapters')).sort((a, b) => Number(a === 'generic.json') - Number(b === 'generic.json'))
  .map(file => readJson(join('adapters', file)));

/** The adapters, and their schema as a function: extension pages may not compile one while they run. */
export const adaptersPlugin = {
  name: 'adapters',
  setup(build) {
    build.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'virtual' }));
    build.onLoad({ filter: /^virtual:adapters$/, namespace: 'virtual' }, () => ({
      contents: JSON.stringify(adapters.map(({ $schema, ...adapter }) => adapter)),
      loader: 'json',
    }));
    build.onLoad({ filter: /^virtual:adapter-schema$/, namespace: 'virtual' }, () => {
      const ajv = new Ajv({ code: { source: true, esm: true }, strict: true });
      return { contents: standaloneCode(ajv, ajv.compile(readJson('adapters.schema.json'))), loader: 'js', resolveDir: here };
    });
  },
};

export function readJson(path) {
  return JSON.parse(readFileSync(join(here, path), 'utf8'));
}
