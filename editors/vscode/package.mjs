// Builds the .vsix: the extension as one file, the server with all that it needs beside it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const stage = mkdtempSync(join(tmpdir(), 'koetsu-vsix-'));
const npm = (args, cwd) => execFileSync('npm', args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

try {
  await build({
    entryPoints: [join(here, 'src/extension.ts')],
    outfile: join(stage, 'dist/extension.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    minify: true,
  });
  mkdirSync(join(stage, 'walkthrough'), { recursive: true });
  for (const name of ['README.md', 'walkthrough']) cpSync(join(here, name), join(stage, name), { recursive: true });
  cpSync(join(root, 'dist/schema.json'), join(stage, 'schema.json'));
  cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE'), { errorOnExist: false, force: true });

  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', stage], root));
  const {
    devDependencies: _dev,
    scripts: _scripts,
    ...manifest
  } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const write = (dependencies) =>
    writeFileSync(join(stage, 'package.json'), JSON.stringify({ ...manifest, dependencies }, null, 2));
  write({});
  npm(['install', '--omit=dev', '--no-audit', '--no-fund', '--ignore-scripts', join(stage, filename)], stage);
  rmSync(join(stage, filename));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  write({ koetsu: version });
  writeFileSync(join(stage, '.vscodeignore'), 'package-lock.json\n**/*.d.ts\n**/*.map\n**/test/**\n**/tests/**\n');

  const out = join(here, `${manifest.name}-${manifest.version}.vsix`);
  const vsce = join(here, 'node_modules/@vscode/vsce/vsce');
  execFileSync(process.execPath, [vsce, 'package', '--out', out, '--allow-missing-repository', '--skip-license'], {
    cwd: stage,
    stdio: 'inherit',
  });
  process.stdout.write(`${out}\n`);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
