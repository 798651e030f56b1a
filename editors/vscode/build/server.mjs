// Puts a server into the extension: koetsu in a few files, beside it the packages of rules that it loads by name.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { filesIn, manifestsOf } from './files.mjs';

/** Loaded by name while koetsu runs: rules keep files of their own, so that koetsu knows their versions and can speed them up. */
const BY_NAME = [
  'textlint-rule-preset-ja-technical-writing',
  'kuromojin',
  'kuromoji',
  'ajv',
  'ajv/dist/2020',
  'ajv-formats',
  'ajv-i18n/localize/ja',
];

/** CommonJS packages in an ES module ask for Node's own modules. */
const REQUIRE =
  "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);";

/** Writes the server below `target`; returns the files of packages that are part of it, relative to the repository. */
export async function putServer(root, here, target) {
  const bundled = await bundleServer(root, here, target);
  const traced = await packageFiles(root);
  for (const file of traced) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(root, file), join(target, file));
  }
  const { name, version, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const manifest = { name, version, license, type: 'module', engines, bin: { koetsu: 'main.js' } };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return [...bundled, ...traced];
}

async function bundleServer(root, here, target) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: join(here, 'server/main.mts'), ...workerFiles(root) },
    outdir: target,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    metafile: true,
    external: BY_NAME,
    banner: { js: REQUIRE },
  });
  return Object.keys(metafile.inputs);
}

/** The programs of the server's threads: it looks for them beside itself. */
function workerFiles(root) {
  const files = filesIn(root, 'src/lsp', /^worker.*\.ts$/);
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), join(root, file)]));
}

/** The files of the packages that are loaded by name: all that can be reached from them, their manifests, the dictionary. */
async function packageFiles(root) {
  const { resolve } = createRequire(join(root, 'package.json'));
  // Which of its files a package hands out depends on the Node that runs it.
  const traces = await Promise.all(
    [[], ['module-sync']].map((conditions) =>
      reached(
        root,
        BY_NAME.map((name) => resolve(name)),
        conditions,
      ),
    ),
  );
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
