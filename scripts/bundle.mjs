// Bundles what koetsu's commands and worker threads run, with the packages that it needs, into dist/koetsu.cjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { noticeOf } from './third-party.mjs';

/** Packages that stay outside: the rules and the dictionary are the user's, and some are seldom needed or start files of their own. */
const OUTSIDE = ['textlint-rule-preset-ja-technical-writing', 'kuromojin', 'kuromoji', 'piscina'];

/** Functions of packages that take long to load and are seldom called: loaded by the first call. */
const ON_CALL = {
  'string-width': ['default'],
  'node:child_process': ['execFile'],
  diff: ['createTwoFilesPatch', 'diffLines'],
  ora: ['default'],
  tinyglobby: ['glob', 'isDynamicPattern'],
};

/** What is loaded by name, see src/start/part.ts. */
const PARTS = `
  exports.parts = {
    cli: () => require('./src/cli/main.js'),
    'archive-worker': () => require('./src/archive/worker.js'),
    'lsp-worker': () => require('./src/lsp/worker.js'),
  };
  exports.importThrough = (load) => require('./src/start/import-module.js').importThrough(load);
`;

/** Writes dist/koetsu.cjs, an expression of a function that takes what a CommonJS module takes, and the licences of what is in it. */
export async function bundle(root) {
  const dist = join(root, 'dist');
  const { outputFiles, metafile } = await build({
    stdin: { contents: PARTS, resolveDir: dist, sourcefile: 'parts.cjs' },
    outfile: join(dist, 'koetsu.cjs'),
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    minifySyntax: true,
    legalComments: 'none',
    external: OUTSIDE,
    define: { 'import.meta.url': '__bundleUrl', KOETSU_BUNDLE: '__filename' },
    banner: {
      js: `(function (exports, require, module, __filename) {
const __fileUrl = (name) => require('node:url').pathToFileURL(require('node:path').join(__filename, '..', name)).href;
const __bundleUrl = __fileUrl('koetsu.cjs');`,
    },
    footer: { js: '})' },
    plugins: [ownPlaces(dist), onCall(dist)],
  });
  const [{ text }] = outputFiles;
  const imported = /^.*\bimport\(["'`].*$/m.exec(text.replaceAll(/^\s*(?:\/\/|\*).*$/gm, ''));
  if (imported) throw new Error(`The bundle cannot import: ${imported[0]}`);
  writeFileSync(join(dist, 'koetsu.cjs'), inAscii(text));
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), noticeOf(Object.keys(metafile.inputs), root));
}

/** Files that look for others beside themselves find them where they would without a bundle. */
function ownPlaces(dist) {
  return {
    name: 'own places',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.js$/, namespace: 'file' }, ({ path }) => {
        const name = relative(dist, path);
        if (name.startsWith('..')) return undefined;
        const contents = readFileSync(path, 'utf8');
        const place = `__fileUrl(${JSON.stringify(name.split(sep).join('/'))})`;
        return { contents: contents.replaceAll('import.meta.url', place), loader: 'js' };
      });
    },
  };
}

/** See `ON_CALL`; fails if our own code takes anything else of such a package. */
function onCall(dist) {
  const filter = new RegExp(`^(?:${Object.keys(ON_CALL).join('|')})$`);
  return {
    name: 'on call',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter }, ({ path, importer, kind }) =>
        importer.startsWith(dist) && kind === 'import-statement' ? { path, namespace: 'on-call' } : undefined,
      );
      onLoad({ filter, namespace: 'on-call' }, ({ path }) => {
        const lines = ON_CALL[path].map((name) => {
          const call = `(...args) => require(${JSON.stringify(path)}).${name}(...args)`;
          return name === 'default' ? `export default ${call};` : `export const ${name} = ${call};`;
        });
        return { contents: lines.join('\n'), resolveDir: dist };
      });
    },
  };
}

/** esbuild escapes strings, but no regular expressions. A file of ASCII characters takes V8 half the memory and time. */
function inAscii(text) {
  return text.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
