// Puts the server into the extension: koetsu as npm has it, without other commands, and the packages that it loads by name.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { filesIn, manifestsOf } from './files.mjs';

/** Rules keep files of their own, so that koetsu knows their versions and can speed them up; the others are seldom needed. */
const BY_NAME = [
  'textlint-rule-preset-ja-technical-writing',
  'kuromojin',
  'kuromoji',
  'ajv',
  'ajv/dist/2020',
  'ajv-formats',
  'ajv-i18n/localize/ja',
];

/** Writes the server below `target`; returns the files of packages that are part of it, relative to the repository. */
export async function putServer(root, target) {
  const { name, version, license, engines, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = [
    bin.koetsu,
    'dist/koetsu.cjs',
    'dist/THIRD-PARTY-NOTICES.txt',
    'dist/src/lsp/worker-entry.js',
    ...filesIn(root, 'dist/src/start', /\.js$/),
  ];
  const packages = await packageFiles(root);
  for (const file of [...own, ...packages]) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(root, file), join(target, file));
  }
  const manifest = { name, version, license, type: 'module', engines, bin };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return packages;
}

/** The files of the packages that are loaded by name: all that can be reached from them, their manifests, the dictionary. */
async function packageFiles(root) {
  const { resolve } = createRequire(join(root, 'package.json'));
  const entries = BY_NAME.map((name) => resolve(name));
  // Which of its files a package hands out depends on the Node that runs it.
  const traces = await Promise.all([[], ['module-sync']].map((conditions) => reached(root, entries, conditions)));
  const code = [...new Set(traces.flat())];
  const dictionary = relative(root, join(dirname(resolve('kuromoji')), '../dict'));
  return [...code, ...manifestsOf(root, code), ...filesIn(root, dictionary, /\.gz$/)];
}

async function reached(root, entryPoints, conditions) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: join(root, 'nowhere'),
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    conditions,
    metafile: true,
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs);
}
