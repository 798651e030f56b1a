import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/built.ts';
import { SHAPES } from '../support/fuzz/shapes.ts';
import { PART, record } from '../support/reliability.ts';
import { CACHE } from '../support/run.ts';
import type { Answer, Ask } from './growth/child.ts';

const SMALLEST = 10 << 10;
const SIZES = [64 << 10, 256 << 10, ...(PART > 1 ? [] : [1 << 20, 4 << 20])];
const PROCESSES = 2;
/**
 * A rule may take so many times as long for a byte of the largest text as for one of a small text: caches, the collector. More on a
 * machine that is shared: what grows with the square takes 26 times as long at 256 KB.
 */
const MOST_GROWTH = PART > 1 ? 8 : 4;
/** CPU microseconds a byte (two seconds for 4 MiB) that are never too much: less cannot be measured in small texts. */
const NEGLIGIBLE = 0.5;
/** Rules look at all of a text; the parser is not ours, and what it cannot do in time is cut off. */
const NOT_OURS = ['parser'];

const folder = mkdtempSync(join(ROOT, '.cache/growth-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Asks a process for one shape after the other. */
function workOff(queue: string[], answers: Answer[]): Promise<void> {
  const options = { env: { ...process.env, KOETSU_CACHE: CACHE }, execArgv: ['--max-old-space-size=6000'] };
  const child: ChildProcess = fork(join(folder, 'child.mjs'), options);
  return new Promise((resolve, reject) => {
    let shape: string | undefined;
    child.on('exit', (code) => reject(new Error(`${shape}: exit code ${code}`)));
    child.on('message', (message: 'ready' | Answer) => {
      if (message !== 'ready') answers.push(message);
      shape = queue.shift();
      if (shape === undefined) {
        child.removeAllListeners('exit');
        child.kill();
        resolve();
      } else child.send({ shape, smallest: SMALLEST, sizes: SIZES } satisfies Ask);
    });
  });
}

/** How much longer each rule takes for a byte of the largest text. */
function growthsOf({ shape, least, largest, most }: Answer) {
  return Object.entries(most)
    .filter(([name, cost]) => !NOT_OURS.includes(name) && cost > NEGLIGIBLE)
    .map(([name, cost]) => {
      const times = cost / Math.max(least[name] ?? 0, NEGLIGIBLE / MOST_GROWTH);
      return { shape, name, times, kibibytes: largest >> 10, microsecondsAByte: cost };
    });
}

function isSteep({ times }: { readonly times: number }): boolean {
  return times > MOST_GROWTH;
}

describe('the time of every rule', () => {
  beforeAll(async () => {
    await build({
      entryPoints: [join(ROOT, 'tests/hard/growth/child.ts')],
      outfile: join(folder, 'child.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
  });

  it('grows with the text, whatever the text, from 10 KB to as much as the parser gets through', async () => {
    const answers: Answer[] = [];
    const queue = [...SHAPES];
    await Promise.all(Array.from({ length: PROCESSES }, () => workOff(queue, answers)));
    expect(answers.length).toBe(SHAPES.length);
    const first = answers.flatMap(growthsOf);
    // The collector may have come in at the wrong moment: what is too much is measured again.
    const again: Answer[] = [];
    await workOff([...new Set(first.filter(isSteep).map(({ shape }) => shape))], again);
    const second = again.flatMap(growthsOf);
    const growths = first.flatMap((one) =>
      isSteep(one) ? second.filter(({ shape, name }) => shape === one.shape && name === one.name) : [one],
    );
    const steep = growths.filter(isSteep);
    record('growth', {
      shapesOfText: answers.length,
      shapesInAllSizes: answers.filter(({ largest }) => largest === SIZES.at(-1)).length,
      rulesThatGrowFasterThanTheText: steep.length,
      mostTimesPerByte: Number(Math.max(...growths.map(({ times }) => times)).toFixed(1)),
    });
    expect(steep).toEqual([]);
  });
});
