import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { archiveFiles } from '../archive/article-files.ts';
import { isBlob } from '../archive/blob.ts';
import { checkAcross } from '../archive/check-across.ts';
import type { Facts } from '../archive/facts.ts';
import { type Checked, type EngineOptions, lintArticles, type Source } from '../archive/lint-articles.ts';
import { openResultCache } from '../archive/result-cache.ts';
import { readShard } from '../archive/shard.ts';
import { loadConfig } from '../lint/load-config.ts';
import type { Mistake } from '../lint/mistake.ts';
import { archiveProgress } from './archive-progress.ts';
import { exitCode, needsResults, writeReports } from './archive-reports.ts';
import type { ArchiveOptions, Run } from './archive-run.ts';
import { checkShard } from './archive-shard.ts';
import { growingSummary } from './archive-summary.ts';
import { baselinePath, knownFindings } from './baseline-file.ts';
import type { Outcome } from './check.ts';
import { readOutputs } from './formats.ts';
import { interrupted } from './interrupted.ts';
import { jsonLineSources } from './json-lines.ts';
import { overwritten } from './protect-inputs.ts';
import type { Streams } from './streams.ts';
import { engineOptions, fileSource } from './tools.ts';

/** `koetsu archive`: checks any number of articles, each alone and across one another; memory does not grow with findings. */
export async function archive(
  patterns: readonly string[],
  options: ArchiveOptions,
  streams: Streams,
): Promise<Outcome> {
  const wrong = contradictions(patterns, options);
  if (wrong.length > 0) return { mistakes: wrong };
  const format = options.stdinJsonl && options.format.length === 0 ? ['jsonl'] : options.format;
  const outputs = readOutputs(format, streams.cwd);
  const config = await loadConfig(streams.cwd, options.config && resolve(streams.cwd, options.config));
  if (!outputs.ok || !config.ok) {
    return { mistakes: [outputs, config].flatMap((part) => (part.ok ? [] : part.mistakes)) };
  }
  const locale = options.locale ?? config.value.locale;
  const known = knownFindings(config.value, options, streams.cwd);
  if (!known.ok) return { mistakes: known.mistakes };
  const run: Run = {
    config: { ...config.value, locale },
    outputs: outputs.value,
    options,
    streams,
    known: known.value,
  };
  if (options.stdinJsonl) return checkLines(run);
  const files = await archiveFiles(patterns, run.config, streams.cwd);
  if (!files.ok) return { mistakes: files.mistakes };
  const lost = await lostBy(run, files.value);
  if (lost.length > 0) return { mistakes: lost };
  return options.blob === undefined ? checkFiles(files.value, run) : checkShard(files.value, options.blob, run);
}

/** A mistake for each file that the run would write over and that is none of its reports. */
async function lostBy(
  { options, outputs, config, streams: { cwd } }: Run,
  files: readonly string[],
): Promise<Mistake[]> {
  const fileOf = (name: string | undefined) => ({ file: name === undefined ? undefined : resolve(cwd, name) });
  const blob = fileOf(options.blob);
  const inputs = [...files, config.file, baselinePath(config, options, cwd)];
  const lost = overwritten([...outputs, fileOf(options.report), blob], inputs);
  if (lost.length > 0 || blob.file === undefined || !existsSync(blob.file) || (await isBlob(blob.file))) return lost;
  const message = {
    ja: 'koetsu archive --blob のファイルではないため、上書きしません。別の名前を指定してください。',
    en: 'This is not a file of koetsu archive --blob and is not overwritten; give another name.',
  };
  return [{ file: blob.file, message }];
}

function contradictions(patterns: readonly string[], { stdinJsonl, shard, blob }: ArchiveOptions): Mistake[] {
  const mistakes: Mistake[] = [];
  const add = (wrong: unknown, ja: string, en: string): void => void (wrong && mistakes.push({ message: { ja, en } }));
  add(
    stdinJsonl && patterns.length > 0,
    '--stdin-jsonl とファイルは同時に指定できません。',
    '--stdin-jsonl cannot be combined with files.',
  );
  add(
    stdinJsonl && (shard ?? blob) !== undefined,
    '--stdin-jsonl と --shard や --blob は同時に指定できません。',
    '--stdin-jsonl cannot be combined with --shard or --blob.',
  );
  add(shard !== undefined && blob === undefined, '--shard には --blob が必要です。', '--shard needs --blob.');
  add(
    shard !== undefined && !readShard(shard),
    '--shard には「番号/総数」を 1/3 のように指定してください。',
    '--shard takes number/total, such as 1/3.',
  );
  return mistakes;
}

/**
 * Two passes: the first lints, the second, when the findings across articles are known, takes the results from the cache again
 * and writes the reports. So no more than the facts of the articles has to be held in memory.
 */
async function checkFiles(files: readonly string[], run: Run): Promise<Outcome> {
  const { streams, options, config } = run;
  const engine = engineOptions(config, options, streams, streams.catchInterrupt?.());
  const needsSpool = !engine.cache && needsResults(run);
  const spool = needsSpool ? await mkdtemp(join(tmpdir(), 'koetsu-')) : undefined;
  const cache = spool === undefined ? engine.cache : openResultCache(spool, streams.now);
  try {
    return await twoPasses(files, { ...engine, cache }, run);
  } finally {
    if (spool !== undefined) await rm(spool, { recursive: true, force: true });
  }
}

async function twoPasses(files: readonly string[], engine: EngineOptions, run: Run): Promise<Outcome> {
  const { streams, options, config } = run;
  const growing = growingSummary();
  const articles: { filePath: string; facts: Facts }[] = [];
  const held = new Map<string, Checked>();
  const progress = archiveProgress(streams, files.length, config.locale);
  for await (const result of lintArticles(files.map(fileSource), engine)) {
    const { filePath, facts } = result;
    const findings = run.known.newOf(filePath, result.findings);
    growing.article(filePath, facts?.date, findings);
    if (facts) articles.push({ filePath, facts });
    if (!result.kept) held.set(filePath, result);
    progress.advance(findings.length);
  }
  progress.stop();
  if (engine.signal?.aborted) return interrupted(growing.summary.articles, options, config.locale, streams);
  const across = checkAcross(articles, config);
  for (const [filePath, findings] of across) growing.more(filePath, run.known.newOf(filePath, findings));
  const again = files.map((file) => sourceOf(file, held));
  const { signal } = engine;
  const mistakes = await writeReports(
    { results: lintAgain(again, engine, held), across, signal },
    growing.summary,
    run,
  );
  if (signal?.aborted) return interrupted(growing.summary.articles, options, config.locale, streams);
  for (const note of run.known.notes(files, true, config.locale)) streams.stderr.write(`koetsu: ${note}\n`);
  return mistakes.length > 0 ? { mistakes } : { code: exitCode(growing.summary, options.maxWarnings) };
}

/** What could not be kept is not linted twice: its source is never read. */
function sourceOf(file: string, held: ReadonlyMap<string, Checked>): Source {
  return held.has(file)
    ? { filePath: file, path: file, read: async () => ({ reason: { ja: '', en: '' } }) }
    : fileSource(file);
}

async function* lintAgain(
  sources: readonly Source[],
  engine: EngineOptions,
  held: ReadonlyMap<string, Checked>,
): AsyncGenerator<Checked> {
  for await (const result of lintArticles(sources, engine)) yield held.get(result.filePath) ?? result;
}

/** One result a line of input, in its order and as soon as it is there. Checks across articles need an end: they are not made. */
async function checkLines(run: Run): Promise<Outcome> {
  const { streams, options, config } = run;
  const input = streams.stdin ?? [await streams.readStdin()];
  const sources = jsonLineSources(toAsync(input), streams.cwd);
  const growing = growingSummary();
  const engine = engineOptions(config, options, streams, streams.catchInterrupt?.());
  const count = async function* (): AsyncGenerator<Checked> {
    for await (const result of lintArticles(sources, engine)) {
      growing.article('', result.facts?.date, run.known.newOf(result.filePath, result.findings));
      yield result;
    }
  };
  const results = count();
  if (!needsResults(run)) for await (const _ of results);
  const { signal } = engine;
  const mistakes = await writeReports({ results, across: new Map(), signal }, growing.summary, run);
  if (engine.signal?.aborted) return interrupted(growing.summary.articles, options, config.locale, streams);
  return mistakes.length > 0 ? { mistakes } : { code: exitCode(growing.summary, options.maxWarnings) };
}

async function* toAsync<T>(values: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* values;
}
