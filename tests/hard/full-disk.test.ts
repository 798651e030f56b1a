import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { record } from '../support/reliability.ts';
import { only } from '../support/run.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');
const BODY = 'これは校閲の試験のために書いた段落です。文は短く、内容は毎回おなじです。\n\n'.repeat(1200);
const LONG = `---\ntitle: 長い記事\nreading_time: 3\n---\n\n${BODY}`;
const SHORT = '---\ntitle: 短い記事\nreading_time: 99\n---\n\n短い本文です。これで終わります。\n';
const CONFIG = only({ 'reading-time-mismatch': true });
/** Room for the articles, not for a second copy of the long one. */
const DISK = '200k';

let survived = 0;

/** A disk of its own; undefined where none can be mounted. */
function smallDisk(size = DISK): string | undefined {
  const root = join(folderWith({}), 'disk');
  mkdirSync(root);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', root]).status !== 0) {
    process.stderr.write('No small disk can be mounted here: the tests of full disks are skipped.\n');
    return undefined;
  }
  onTestFinished(() => void spawnSync('umount', [root]));
  writeFileSync(join(root, '.textlintrc.json'), CONFIG);
  writeFileSync(join(root, 'long.md'), LONG);
  writeFileSync(join(root, 'short.md'), SHORT);
  return root;
}

/** Takes all that is left of a disk. */
function fill(root: string): void {
  spawnSync('sh', ['-c', `head -c 10000000 /dev/zero > '${join(root, 'fill')}'`]);
}

function koetsu(root: string, argv: readonly string[], shell = '') {
  const command = `${shell} exec "$0" "$@"`;
  const env = { ...process.env, KOETSU_CACHE: join(folderWith({}), 'cache') };
  const ran = spawnSync('bash', ['-c', command, process.execPath, BIN, ...argv], { cwd: root, encoding: 'utf8', env });
  expect(ran.signal).toBeNull();
  expect(ran.stderr).not.toMatch(/^\s+at /m);
  return ran;
}

const leftIn = (root: string): string[] => readdirSync(root).filter((name) => name.endsWith('.tmp'));

describe('a full disk', () => {
  beforeAll(buildOnce);

  it('leaves an article as it is and says so', () => {
    const root = smallDisk();
    if (root === undefined) return;
    const { status, stdout } = koetsu(root, ['check', '.', '--fix', '-f', 'json', '--no-cache']);
    expect(status).toBe(3);
    expect(stdout).toContain('ENOSPC');
    expect(readFileSync(join(root, 'long.md'), 'utf8')).toBe(LONG);
    expect(readFileSync(join(root, 'short.md'), 'utf8')).toBe(SHORT.replace('99', '1'));
    expect(leftIn(root)).toEqual([]);
    survived += 1;
  });

  it.each([
    ['a report', ['check', '.', '-f', 'json=old']],
    ['a report that is streamed', ['archive', '-f', 'json=old']],
    ['a summary', ['archive', '-f', 'text=old']],
    ['the HTML report', ['archive', '--report', 'old']],
    ['a baseline', ['baseline', '--baseline', 'old']],
    ['a blob', ['archive', '--blob', 'old']],
  ])('leaves %s as it was', (_, argv) => {
    const root = smallDisk(argv.includes('--report') ? '2m' : DISK);
    if (root === undefined) return;
    const first = koetsu(root, argv);
    expect(first.status).toBeLessThan(2);
    const before = readFileSync(join(root, 'old'));
    // Something else to report.
    writeFileSync(join(root, 'short.md'), SHORT.replace('99', '98'));
    fill(root);
    const { status, stderr } = koetsu(root, argv);
    expect(status).toBe(2);
    expect(stderr).toContain('ENOSPC');
    expect(readFileSync(join(root, 'old'))).toEqual(before);
    expect(leftIn(root)).toEqual([]);
    survived += 1;
  });

  it('leaves no beginning of a configuration', () => {
    const root = smallDisk();
    if (root === undefined) return;
    const site = join(root, 'site');
    mkdirSync(site);
    fill(root);
    expect(koetsu(site, ['init']).status).toBe(2);
    expect(readdirSync(site)).toEqual([]);
    survived += 1;
  });

  it('costs the cache nothing but time', () => {
    const root = smallDisk();
    if (root === undefined) return;
    fill(root);
    const argv = ['check', 'long.md', 'short.md', '-f', 'json'];
    const env = { ...process.env, KOETSU_CACHE: join(root, 'cache') };
    const ran = spawnSync(process.execPath, [BIN, ...argv], { cwd: root, encoding: 'utf8', env });
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.stdout)).toHaveLength(2);
    survived += 1;
  });

  it('a limit on the size of files leaves an article as it is', () => {
    const root = folderWith({ '.textlintrc.json': CONFIG, 'long.md': LONG, 'short.md': SHORT });
    const { status, stdout } = koetsu(root, ['check', '.', '--fix', '-f', 'json', '--no-cache'], 'ulimit -f 50;');
    expect(status).toBe(3);
    expect(stdout).toMatch(/EFBIG/);
    expect(readFileSync(join(root, 'long.md'), 'utf8')).toBe(LONG);
    expect(readFileSync(join(root, 'short.md'), 'utf8')).not.toBe(SHORT);
    expect(leftIn(root)).toEqual([]);
    expect(statSync(join(root, 'long.md')).size).toBeGreaterThan(100_000);
    survived += 1;
    record('full-disk', { refusedWritesSurvived: survived });
  });

  it('on standard output is said, without a stack', () => {
    const root = folderWith({ '.textlintrc.json': CONFIG, 'short.md': SHORT });
    const { status, stderr } = koetsu(root, ['check', '.', '-f', 'json'], 'exec > /dev/full;');
    expect(status).toBe(3);
    expect(stderr).toContain('ENOSPC');
  });
});
