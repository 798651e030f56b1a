import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { NAUGHTY_RULE } from './site.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');

beforeAll(buildOnce);

const COUNT = 12;

/** A site of slow articles, with a cache of its own and a log of the articles that the rule saw. */
function slowSite() {
  const slow = Array.from({ length: COUNT }, (_, i) => [`s${String(i).padStart(2, '0')}.md`, `SLOW ${i}\n`]);
  const root = folderWith({ ...NAUGHTY_RULE, ...Object.fromEntries(slow) });
  const log = join(root, 'log');
  const linted = (): number => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0);
  return { root, log, linted };
}

function start(
  { root, log }: { root: string; log: string },
  argv: readonly string[] = ['check', '-f', 'json', '--concurrency', '1'],
) {
  const env = { ...process.env, KOETSU_CACHE: join(root, 'cache'), KOETSU_TEST_LOG: log };
  const child = spawn(process.execPath, [BIN, ...argv], { cwd: root, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, ended };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(20);
}

describe.skipIf(process.platform === 'win32')('koetsu as a process', () => {
  it('goes on after Ctrl-C and after a kill, and then ends with the same result', async () => {
    const site = slowSite();
    const interrupted = start(site);
    await until(() => site.linted() >= 3);
    interrupted.child.kill('SIGINT');
    const { code, stdout, stderr } = await interrupted.ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('次回は続きから');
    const before = site.linted();
    const killed = start(site);
    await until(() => site.linted() >= before + 3);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const last = await start(site).ended;
    // Those under way when a run ended, one a thread and one that was not written yet, are linted again.
    expect(site.linted()).toBeLessThan(COUNT + 12);
    const all = site.linted();
    expect((await start(site).ended).stdout).toBe(last.stdout);
    expect(site.linted()).toBe(all);
    rmSync(join(site.root, 'cache'), { recursive: true });
    expect((await start(site, ['check', '-f', 'json', '--no-cache', '--concurrency', '2']).ended).stdout).toBe(
      last.stdout,
    );
    expect(site.linted()).toBe(all + COUNT);
  });

  it('shares the cache with another process at the same time', async () => {
    const site = slowSite();
    const both = await Promise.all([start(site).ended, start(site).ended]);
    expect(both[0].stdout).toBe(both[1].stdout);
    expect(JSON.parse(both[0].stdout)).toHaveLength(COUNT);
    const all = site.linted();
    expect((await start(site).ended).stdout).toBe(both[0].stdout);
    expect(site.linted()).toBe(all);
  });

  it('stops waiting for standard input at Ctrl-C', async () => {
    const site = slowSite();
    const { child, ended } = start(site, ['archive', '--stdin-jsonl', '--concurrency', '1']);
    child.stdin.write('{"path":"x.md","content":"一つ目です。"}\n');
    await until(() => site.linted() >= 0 && existsSync(site.log));
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
  });

  it('answers each line of standard input as soon as it is there', async () => {
    const site = slowSite();
    const { child, ended } = start(site, ['archive', '--stdin-jsonl', '--no-cache']);
    let answered = '';
    child.stdout.on('data', (chunk) => {
      answered += chunk;
    });
    child.stdin.write(`${JSON.stringify({ path: 'x.md', content: '一つ目\u2028です。' })}\n`);
    await until(() => answered.includes('\n'));
    child.stdin.end('だめ\n{"path":"y.md","content":"二つ目です。"}');
    const { code, stdout } = await ended;
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ filePath, messages }) => [filePath, messages[0].ruleId])).toEqual([
      ['x.md', 'naughty'],
      ['<stdin:2>', 'internal-error'],
      ['y.md', 'naughty'],
    ]);
    expect(code).toBe(3);
  });
});
