import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkAcross } from '../archive/check-across.ts';
import type { Facts } from '../archive/facts.ts';
import { type Checked, type EngineOptions, lintArticles, type Source } from '../archive/lint-articles.ts';
import { openResultCache } from '../archive/result-cache.ts';
import type { Config } from '../lint/config.ts';
import type { Finding } from '../lint/finding.ts';
import { loadConfig } from '../lint/load-config.ts';
import type { Locale, Mistake } from '../lint/mistake.ts';
import { type ArchiveSummary, formatArchiveSummary } from '../report/archive-summary.ts';
import { openOutput } from './archive-outputs.ts';
import { archiveProgress } from './archive-progress.ts';
import { growingSummary } from './archive-summary.ts';
import { archiveFiles } from './article-files.ts';
import { type BaselineArguments, type KnownFindings, knownFindings } from './baseline-file.ts';
import type { Outcome } from './check.ts';
import { type Output, readOutputs, shownName, usesColor } from './formats.ts';
import { openHtmlReport, type ReportSink } from './html-output.ts';
import { interrupted } from './interrupted.ts';
import { jsonLineSources } from './json-lines.ts';
import { EXIT, type Streams } from './streams.ts';
import { type EngineArguments, engineOptions, fileSource } from './tools.ts';
import { writeFileAtomically } from './write-file.ts';

/** Options of `koetsu archive`, as they are given. */
export interface ArchiveOptions extends EngineArguments, BaselineArguments {
  readonly config?: string;
  readonly format: readonly string[];
  readonly report?: string;
  readonly stdinJsonl?: boolean;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly locale?: Locale;
}

/** `koetsu archive`: checks any number of articles, each alone and across one another; memory does not grow with findings. */
export async function archive(
  patterns: readonly string[],
  options: ArchiveOptions,
  streams: Streams,
): Promise<Outcome> {
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
  if (options.stdinJsonl) return patterns.length > 0 ? { mistakes: [notBoth] } : checkLines(run);
  const files = await archiveFiles(patterns, run.config, streams.cwd);
  return files.ok ? checkFiles(files.value, run) : { mistakes: files.mistakes };
}

const notBoth: Mistake = {
  message: {
    ja: '--stdin-jsonl とファイルは同時に指定できません。',
    en: '--stdin-jsonl cannot be combined with files.',
  },
};

interface Run {
  readonly config: Config;
  readonly outputs: readonly Output[];
  readonly options: ArchiveOptions;
  readonly streams: Streams;
  readonly known: KnownFindings;
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

/** The summary needs no second look at the results; every other report does. */
function needsResults({ outputs, options }: Run): boolean {
  return options.report !== undefined || outputs.some(({ format }) => format !== 'text');
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
  const mistakes = await writeReports(lintAgain(again, engine, held), across, growing.summary, run);
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

async function writeReports(
  results: AsyncIterable<Checked>,
  across: ReadonlyMap<string, readonly Finding[]>,
  summary: ArchiveSummary,
  run: Run,
): Promise<Mistake[]> {
  const sinks = openSinks(across, run);
  if (sinks.length > 0) {
    for await (const { filePath, text, findings, facts } of results) {
      const all = run.known.newOf(filePath, [...findings, ...(across.get(filePath) ?? [])].sort(byPlace));
      const shown = run.options.quiet ? all.filter(({ severity }) => severity === 'error') : all;
      for (const sink of sinks) await sink.write({ filePath, text, findings: shown, facts });
    }
  }
  const mistakes: Mistake[] = [];
  for (const sink of sinks) mistakes.push(...(await sink.end()));
  for (const { format, file } of run.outputs) if (format === 'text') writeSummary(file, summary, run);
  return mistakes;
}

function openSinks(across: ReadonlyMap<string, readonly Finding[]>, run: Run): ReportSink[] {
  const { streams, config, options } = run;
  const { locale, root } = config;
  const detailed = run.outputs.filter(({ format }) => format !== 'text');
  const sinks = detailed.map((output): ReportSink => openOutput(output, { locale, verbose: true }, streams));
  if (options.report === undefined) return sinks;
  const file = resolve(streams.cwd, options.report);
  return [...sinks, openHtmlReport({ file, locale, made: streams.now, root, across })];
}

function writeSummary(file: string | undefined, summary: ArchiveSummary, { streams, config }: Run): void {
  const nameOf = (filePath: string): string => shownName(filePath, streams.cwd);
  const color = file === undefined && usesColor(streams);
  const text = formatArchiveSummary(summary, { locale: config.locale, color, nameOf });
  if (file === undefined) streams.stdout.write(text);
  else writeFileAtomically(file, text);
}

/** As in one article: by place, then by rule. */
function byPlace(a: Finding, b: Finding): number {
  return a.range[0] - b.range[0] || a.range[1] - b.range[1] || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
}

function exitCode({ byRule, counts }: ArchiveSummary, maxWarnings = Number.POSITIVE_INFINITY): number {
  if (byRule.has('internal-error')) return EXIT.failure;
  return counts.error > 0 || counts.warning > maxWarnings ? EXIT.findings : EXIT.clean;
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
  const mistakes = await writeReports(results, new Map(), growing.summary, run);
  if (engine.signal?.aborted) return interrupted(growing.summary.articles, options, config.locale, streams);
  return mistakes.length > 0 ? { mistakes } : { code: exitCode(growing.summary, options.maxWarnings) };
}

async function* toAsync<T>(values: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* values;
}
