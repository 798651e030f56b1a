import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { PART, record } from '../support/reliability.ts';
import { only } from '../support/run.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');
const FILES = 24;
const KILLS = Math.ceil(200 / PART);
/** Processes at a time: more than one finds other moments. */
const AT_A_TIME = 3;

const temporary = mkdtempSync(join(tmpdir(), 'koetsu-kill-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const env = { ...process.env, KOETSU_CACHE: join(temporary, 'cache') };

/** Articles with a wrong reading time, of many sizes: the longest takes several writes. */
function makeArticles(): ReadonlyMap<string, string> {
  const paragraph = 'これは校閲の試験のために書いた段落です。文は短く、内容は毎回おなじです。\n\n';
  return new Map(
    Array.from({ length: FILES }, (_, i) => {
      const body = paragraph.repeat(20 + i * 8);
      return [`${String(i).padStart(3, '0')}.md`, `---\ntitle: 試験${i}\nreading_time: 99\n---\n\n${body}`];
    }),
  );
}

const before = makeArticles();
const after = new Map<string, string>();

function put(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of before) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, '.textlintrc.json'), only({ 'reading-time-mismatch': true }));
}

/** What is in a folder that is neither the old nor the new text, and the temporary files there. */
function look(folder: string): { readonly damaged: string[]; readonly fixed: number; readonly left: string[] } {
  const damaged: string[] = [];
  let fixed = 0;
  for (const [name, text] of before) {
    const now = readFileSync(join(folder, name), 'utf8');
    if (now === after.get(name)) fixed += 1;
    else if (now !== text) damaged.push(name);
  }
  return { damaged, fixed, left: readdirSync(folder).filter((name) => name.endsWith('.tmp')) };
}

const ARGUMENTS = [BIN, 'check', '.', '--fix', '--no-cache', '--concurrency', '1'];

/** Starts a run and kills it so many milliseconds after its first write; resolves when it is gone. */
function runAndKill(folder: string, delay: number): Promise<number> {
  return new Promise((resolve) => {
    let first = 0;
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(folder, () => {
      if (first > 0) return;
      first = performance.now();
      timer = setTimeout(() => child.kill('SIGKILL'), delay);
    });
    const child = spawn(process.execPath, ARGUMENTS, { cwd: folder, env, stdio: 'ignore' });
    child.on('close', () => {
      clearTimeout(timer);
      watcher.close();
      resolve(first > 0 ? performance.now() - first : 0);
    });
  });
}

beforeAll(async () => {
  await buildOnce();
  const folder = join(temporary, 'whole');
  put(folder);
  expect(spawnSync(process.execPath, ARGUMENTS, { cwd: folder, env }).status).toBe(0);
  for (const [name, text] of before) {
    const now = readFileSync(join(folder, name), 'utf8');
    expect(now).not.toBe(text);
    after.set(name, now);
  }
});

describe('a run of --fix that is killed', () => {
  it('leaves every file as it was or as it was to be', async () => {
    const whole = join(temporary, 'timed');
    put(whole);
    let writing = await runAndKill(whole, 60_000);
    const totals = { kills: 0, filesOld: 0, filesNew: 0, temporaryFilesLeft: 0, runsThatEnded: 0 };
    let number = 0;
    const lane = async (): Promise<void> => {
      while (totals.kills < KILLS) {
        number += 1;
        const folder = join(temporary, `kill-${number}`);
        put(folder);
        const delay = Math.random() * writing;
        const took = await runAndKill(folder, delay);
        const { damaged, fixed, left } = look(folder);
        expect(damaged).toEqual([]);
        if (fixed === FILES) {
          totals.runsThatEnded += 1;
          // The machine is faster now than it was.
          writing = Math.min(writing, took);
        } else totals.kills += 1;
        totals.filesNew += fixed;
        totals.filesOld += FILES - fixed;
        totals.temporaryFilesLeft += left.length;
        expect(left.length).toBeLessThan(2);
        rmSync(folder, { recursive: true });
        record('fix-kill', { damagedFiles: damaged.length, ...totals });
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, lane));
    expect(totals.filesNew).toBeGreaterThan(0);
    expect(totals.filesOld).toBeGreaterThan(0);
  });
});

/** Ends the process before or after the n-th call of the file system that changes something, counted over the run. */
const KILLER = `
  const fs = require('node:fs');
  const { syncBuiltinESMExports } = require('node:module');
  let calls = 0;
  const end = Number(process.env.KILL_AT);
  for (const name of ['openSync', 'writeSync', 'fchownSync', 'fchmodSync', 'fsyncSync', 'closeSync', 'renameSync']) {
    const real = fs[name];
    fs[name] = (...given) => {
      const ours = name !== 'openSync' || String(given[0]).includes('.koetsu-');
      if (ours && require('node:worker_threads').isMainThread && ++calls === end) {
        if (name === 'writeSync') real(given[0], given[1].subarray(0, 10));
        process.kill(process.pid, 'SIGKILL');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5000);
      }
      return real(...given);
    };
  }
  syncBuiltinESMExports();
`;

describe('a run of --fix that is killed at a call', () => {
  it('of every kind leaves the old or the new file', () => {
    writeFileSync(join(temporary, 'killer.cjs'), KILLER);
    const folder = join(temporary, 'calls');
    let killed = 0;
    for (let at = 1; at <= 30; at++) {
      rmSync(folder, { recursive: true, force: true });
      put(folder);
      for (const name of [...before.keys()].slice(3)) rmSync(join(folder, name));
      const { signal } = spawnSync(process.execPath, ['-r', join(temporary, 'killer.cjs'), ...ARGUMENTS], {
        cwd: folder,
        env: { ...env, KILL_AT: String(at) },
      });
      if (signal === 'SIGKILL') killed += 1;
      for (const name of [...before.keys()].slice(0, 3)) {
        const now = readFileSync(join(folder, name), 'utf8');
        expect([before.get(name), after.get(name)]).toContain(now);
      }
    }
    // Three files, seven calls each.
    expect(killed).toBeGreaterThan(15);
    record('fix-kill-calls', { killsAtCalls: killed });
  });
});

describe('a second run after one that was killed', () => {
  it('does the rest', async () => {
    const folder = join(temporary, 'again');
    put(folder);
    await runAndKill(folder, 0);
    expect(spawnSync(process.execPath, ARGUMENTS, { cwd: folder, env }).status).toBe(0);
    expect(look(folder)).toMatchObject({ damaged: [], fixed: FILES });
  });
});
