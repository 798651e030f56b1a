// Builds the .vsix: the extension in one file, the server beside it. `--folder FOLDER` leaves out the last step, the archive.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { noticeOf } from '../../scripts/third-party.mjs';
import { putServer } from './build/server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
/** Seconds: the same sources give the same file, byte by byte. */
const EPOCH = '1767225600';

const { values } = parseArgs({ options: { out: { type: 'string' }, folder: { type: 'string' } } });
const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const stage = values.folder ?? mkdtempSync(join(tmpdir(), 'koetsu-vsix-'));
try {
  await fill(stage);
  if (values.folder === undefined) archive(values.out ?? join(here, `${manifest.name}-${manifest.version}.vsix`));
} finally {
  if (values.folder === undefined) rmSync(stage, { recursive: true, force: true });
}

async function fill(folder) {
  if (!existsSync(join(root, 'dist/schema.json'))) throw new Error('koetsu is not built: npm run build in the root.');
  mkdirSync(folder, { recursive: true });
  const parts = [
    'README.md',
    'CHANGELOG.md',
    'icon.png',
    'l10n',
    'walkthrough',
    'package.nls.json',
    'package.nls.ja.json',
  ];
  for (const name of parts) cpSync(join(here, name), join(folder, name), { recursive: true });
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  cpSync(join(root, 'dist/schema.json'), join(folder, 'schema.json'));
  const { devDependencies: _dev, scripts: _scripts, ...shipped } = manifest;
  writeFileSync(join(folder, '.vscodeignore'), '# Everything here is needed.\n');
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  const inputs = [...(await bundleClient(folder)), ...(await putServer(root, join(folder, 'server')))];
  writeFileSync(join(folder, 'ThirdPartyNotices.txt'), noticeOf(inputs, root));
}

async function bundleClient(folder) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(here, 'src/extension.ts')],
    outfile: join(folder, 'dist/extension.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    minify: true,
    legalComments: 'none',
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

function archive(out) {
  const vsce = join(here, 'node_modules/@vscode/vsce/vsce');
  // The rules lie in server/node_modules; the extension itself has no packages.
  const options = ['--out', out, '--no-dependencies', '--allow-missing-repository'];
  execFileSync(process.execPath, [vsce, 'package', ...options], {
    cwd: stage,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SOURCE_DATE_EPOCH: EPOCH },
  });
  process.stdout.write(`${out}\n`);
}
