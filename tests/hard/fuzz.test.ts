import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/built.ts';
import { PART, record } from '../support/reliability.ts';
import { CACHE } from '../support/run.ts';
import type { Done, Start } from './fuzz/worker.ts';

/** As the worker says that it has nothing under way. */
const IDLE = -1;

/** Another seed looks at other inputs. */
const SEED = Number(process.env.KOETSU_FUZZ_SEED) || 20261128;
/** An input that takes longer never ends. */
const HANG_MS = 60_000;
const THREADS = 2;
/** The worst input takes at most so many times what the median one of its size takes; twice that on a machine that is shared. */
const WORST = PART > 1 ? 40 : 20;

const folder = mkdtempSync(join(ROOT, '.cache/fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs targets one after the other, until none is left, and watches that the thread gets on. */
function runThread(queue: string[], results: Done[]): Promise<void> {
  const shared = new SharedArrayBuffer(8 + 2 * 65_536);
  const state = new Int32Array(shared, 0, 2);
  const own = mkdtempSync(join(folder, 'thread-'));
  const workerData: Start = { root: ROOT, cacheDirectory: CACHE, folder: own, seed: SEED, divisor: PART, shared };
  const worker = new Worker(join(folder, 'worker.mjs'), { workerData });
  return new Promise((resolve, reject) => {
    let [count, since] = [-1, Date.now()];
    const timer = setInterval(() => {
      if (state[0] !== count || state[1] === IDLE) [count, since] = [state[0] ?? 0, Date.now()];
      else if (Date.now() - since > HANG_MS)
        end(new Error(`no end: ${JSON.stringify(inputIn(shared, state[1] ?? 0))}`));
    }, 500);
    const end = (error?: Error): void => {
      clearInterval(timer);
      void worker.terminate();
      if (error) reject(error);
      else resolve();
    };
    worker.on('error', end);
    worker.on('message', (message: string[] | Done) => {
      if (!Array.isArray(message)) results.push(message);
      else if (queue.length === 0 && results.length === 0) queue.push(...message);
      const next = queue.shift();
      if (next === undefined) end();
      else worker.postMessage(next);
    });
  });
}

function inputIn(shared: SharedArrayBuffer, length: number): string {
  return String.fromCharCode(...new Uint16Array(shared, 8, Math.min(length, 2000)));
}

describe('a million inputs', () => {
  const results: Done[] = [];

  beforeAll(async () => {
    await build({
      entryPoints: [join(ROOT, 'tests/hard/fuzz/worker.ts')],
      outfile: join(folder, 'worker.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
  });

  it('break no parser and no rule, and none of them takes for ever', async () => {
    const queue: string[] = [];
    await Promise.all(Array.from({ length: THREADS }, () => runThread(queue, results)));
    const failures = results.flatMap(({ name, failure }) => (failure === undefined ? [] : [`${name}: ${failure}`]));
    for (const { name, inputs, milliseconds, spread } of results)
      process.stderr.write(
        `${name}: ${inputs} inputs in ${Math.round(milliseconds)} ms, worst ${spread.ratio.toFixed(1)}× the median ${JSON.stringify(spread.worst.slice(0, 300))}\n`,
      );
    expect(failures).toEqual([]);
    const inputs = results.reduce((sum, result) => sum + result.inputs, 0);
    expect(inputs).toBeGreaterThanOrEqual(1_000_000 / PART);
    const worst = Math.max(...results.map(({ spread }) => spread.ratio));
    record('fuzzing', {
      inputs,
      crashes: failures.length,
      hangs: 0,
      worstTimesMedianPerByte: Number(worst.toFixed(1)),
    });
    expect(results.filter(({ spread }) => spread.ratio > WORST).map(({ name, spread }) => [name, spread])).toEqual([]);
  });
});
