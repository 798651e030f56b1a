import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { defaultConfig } from '../../../src/lint/default-config.ts';
import { checkConfig } from '../../../src/lint/load-config.ts';
import { loadTokenizer } from '../../../src/text/load-tokenizer.ts';
import { inputsFrom } from '../../support/fuzz/inputs.ts';
import { type Spread, spreadMeter } from '../../support/fuzz/spread.ts';
import { targetsOf } from '../../support/fuzz/targets.ts';

/** What a worker is started with. `shared`: a counter, the length of the input under way, and its characters. */
export interface Start {
  readonly root: string;
  readonly cacheDirectory: string;
  /** An empty one, of this thread alone. */
  readonly folder: string;
  readonly seed: number;
  /** Divides the inputs. */
  readonly divisor: number;
  readonly shared: SharedArrayBuffer;
}

/** In place of a length: nothing is under way that could hang. */
const IDLE = -1;

/** What became of a target. */
export interface Done {
  readonly name: string;
  readonly inputs: number;
  readonly milliseconds: number;
  /** The smallest input that was found to break it, with the reason. */
  readonly failure?: string | undefined;
  readonly spread: Spread;
}

const { root, cacheDirectory, folder, seed, divisor, shared } = workerData as Start;
const state = new Int32Array(shared, 0, 2);
const characters = new Uint16Array(shared, 8);

state[1] = IDLE;

function show(text: string): void {
  const length = Math.min(text.length, characters.length);
  for (let i = 0; i < length; i++) characters[i] = text.charCodeAt(i);
  state[1] = length;
  Atomics.add(state, 0, 1);
}

const raw = {
  file: undefined,
  root: '/site',
  data: { rules: { 'preset-koetsu': defaultConfig.rules['preset-koetsu'] } },
  placeOf: () => undefined,
};
const config = await checkConfig(raw);
if (!config.ok) throw new Error(JSON.stringify(config.mistakes));
const tools = { tokenize: await loadTokenizer({ cacheDirectory }), now: new Date('2026-11-01T00:00:00Z') };
const targets = targetsOf({ inputs: inputsFrom(root), config: config.value, tools, folder });

/** Another one for each target. */
function seedOf(name: string): number {
  return seed + Object.keys(targets).indexOf(name);
}

async function run(name: string): Promise<Done> {
  const target = targets[name];
  if (!target) throw new Error(`no target ${name}`);
  const { check, work = check } = target;
  const meter = spreadMeter(work);
  let inputs = 0;
  const begun = performance.now();
  const property = fc.asyncProperty(target.input, async (text) => {
    show(text);
    inputs += 1;
    const start = performance.now();
    const done = await work(text);
    meter.seen(text, performance.now() - start);
    if (work !== check) await check(text, done);
  });
  const result = await fc.check(property, { numRuns: Math.ceil((target.share * 1000) / divisor), seed: seedOf(name) });
  const failure = result.failed
    ? `${JSON.stringify(result.counterexample?.[0])}: ${String(result.errorInstance)}`
    : undefined;
  const milliseconds = performance.now() - begun;
  state[1] = IDLE;
  return {
    name,
    inputs,
    milliseconds,
    failure,
    spread: result.failed || target.timed === false ? { ratio: 1, worst: '' } : await meter.measure(),
  };
}

parentPort?.on('message', async (name: string) => parentPort?.postMessage(await run(name)));
parentPort?.postMessage(Object.keys(targets));
