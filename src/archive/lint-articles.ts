import { pMapIterable, pMapStop } from 'p-map';
import type { FileResult } from '../lint/finding.ts';
import type { Article } from '../lint/lint-text.ts';
import type { Locale } from '../lint/mistake.ts';
import { type Decoded, sizeFault } from '../lint/read-article.ts';
import { unreadable } from '../lint/unreadable.ts';
import { cacheKeys } from './cache-key.ts';
import { environmentHash } from './environment.ts';
import type { Facts } from './facts.ts';
import { failureReason } from './failure-reason.ts';
import type { Outcome } from './lint-one.ts';
import type { ResultCache } from './result-cache.ts';
import { createRunner, type Runner, type RunnerOptions } from './runner.ts';
import type { Failure } from './worker-pool.ts';

/** So many articles are looked up or linted at a time: enough to keep every thread busy. */
const AT_A_TIME = 32;
/** So many results wait at most for one that takes longer: the memory of a run does not grow with its length. */
const AHEAD = 256;

/** An article that can be read. */
export interface Source {
  /** As it is shown. */
  readonly filePath: string;
  /** Absolute; undefined for text that has no file. */
  readonly path: string | undefined;
  /** Never rejects. */
  readonly read: () => Promise<Decoded>;
}

/** What a run over articles works with. */
export interface EngineOptions extends RunnerOptions {
  /** Undefined: nothing is kept. */
  readonly cache: ResultCache | undefined;
  /** Ends the run: what is done by then is in the cache. */
  readonly signal?: AbortSignal | undefined;
  /** True: what the safe fixes make of the articles is found out too. Writes nothing. */
  readonly fix?: boolean | undefined;
}

/** The result of one article of a run. */
export interface Checked extends FileResult {
  /** The article after its safe fixes, if they were asked for and change it. */
  readonly fixed?: Omit<FileResult, 'filePath'>;
  /** Undefined for an article that could not be processed, or where they were not asked for and not there. */
  readonly facts: Facts | undefined;
  /** True if the result was there already: no rule was run. */
  readonly cached: boolean;
  /** True if the result is in the cache now. */
  readonly kept: boolean;
  /** False if the same text may give something else on another day. */
  readonly lasting: boolean;
}

/**
 * Lints any number of articles and yields their results in the order of the articles, whatever the number of threads and the
 * state of the cache. An article that cannot be read, takes too long or takes its thread with it costs one `internal-error`
 * finding. After `signal` is aborted the run ends early and silently.
 */
export async function* lintArticles(
  sources: Iterable<Source> | AsyncIterable<Source>,
  options: EngineOptions,
): AsyncGenerator<Checked> {
  const runner = createRunner(options);
  const run: Run = {
    options,
    runner,
    keyOf: options.cache && cacheKeys(options.config, environmentHash(options.config)),
  };
  const stop = (): void => void runner.close();
  options.signal?.addEventListener('abort', stop);
  try {
    const results = pMapIterable(
      endingAt(sources, options.signal),
      async (source) => (options.signal?.aborted ? undefined : await check(source, run)) ?? pMapStop,
      { concurrency: AT_A_TIME, backpressure: AHEAD },
    );
    for await (const result of results) yield result;
    if (!options.signal?.aborted) await options.cache?.prune();
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await runner.close();
  }
}

/** The sources up to the moment that the signal is aborted, even if the next one is still waited for. */
async function* endingAt<T>(
  sources: Iterable<T> | AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  const iterator = Symbol.asyncIterator in sources ? sources[Symbol.asyncIterator]() : sources[Symbol.iterator]();
  let stop: (() => void) | undefined;
  signal?.addEventListener('abort', () => stop?.());
  while (!signal?.aborted) {
    // Not Promise.race: a promise that never settles would remember every turn of a long run.
    const next = await new Promise<IteratorResult<T> | undefined>((resolve, reject) => {
      stop = () => resolve(undefined);
      Promise.resolve(iterator.next()).then(resolve, reject);
    });
    if (!next || next.done) return;
    yield next.value;
  }
}

interface Run {
  readonly options: EngineOptions;
  readonly runner: Runner;
  readonly keyOf: ((article: Article) => string) | undefined;
}

/** Undefined if the run was stopped meanwhile. */
async function check({ filePath, path, read }: Source, run: Run): Promise<Checked | undefined> {
  const { cache, config, facts: wanted = true } = run.options;
  const decoded = await read();
  if ('reason' in decoded) return failed(filePath, decoded.reason, config.locale);
  const { text } = decoded;
  const fault = sizeFault(text);
  if (fault) return failed(filePath, fault, config.locale);
  const key = run.keyOf?.({ text, path });
  const kept = key === undefined ? undefined : await cache?.get(key);
  const fix = run.options.fix === true;
  const isEnough = kept && (kept.facts || !wanted) && !(fix && kept.findings.some((finding) => finding.fix));
  if (isEnough) return { filePath, text, ...kept, cached: true, kept: true, lasting: true };
  const result = await run.runner.lint({ text, path, fix });
  if ('kind' in result) return result.kind === 'stopped' ? undefined : { ...failedRun(filePath, result, run), text };
  const { findings, facts, lasting, fixed } = result;
  const checked = { filePath, text, findings, facts, cached: false, kept: await keep(key, result, cache), lasting };
  if (!fixed) return checked;
  await keep(run.keyOf?.({ text: fixed.text, path }), fixed, cache);
  return { ...checked, fixed };
}

async function keep(key: string | undefined, outcome: Outcome, cache: ResultCache | undefined): Promise<boolean> {
  const { lasting, findings, facts } = outcome;
  if (key === undefined || !lasting || !cache) return false;
  return cache.put(key, { findings, facts });
}

function failedRun(filePath: string, failure: Failure, { options }: Run): Checked {
  return failed(filePath, failureReason(failure, options.timeLimit), options.config.locale);
}

function failed(filePath: string, reason: { readonly ja: string; readonly en: string }, locale: Locale): Checked {
  const findings = [unreadable(reason, locale)];
  return { filePath, text: '', findings, facts: undefined, cached: false, kept: false, lasting: true };
}
