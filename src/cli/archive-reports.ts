import { resolve } from 'node:path';
import type { Checked } from '../archive/lint-articles.ts';
import type { Config } from '../lint/config.ts';
import type { Finding } from '../lint/finding.ts';
import type { Mistake } from '../lint/mistake.ts';
import { type ArchiveSummary, formatArchiveSummary } from '../report/archive-summary.ts';
import { openOutput } from './archive-outputs.ts';
import type { BaselineArguments, KnownFindings } from './baseline-file.ts';
import { type Output, shownName, usesColor } from './formats.ts';
import { openHtmlReport, type ReportSink } from './html-output.ts';
import { openReportFile } from './report-file.ts';
import { EXIT, type Streams } from './streams.ts';

/** Options of the commands that report on an archive, as they are given. */
export interface ReportArguments extends BaselineArguments {
  readonly report?: string;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
}

/** What the reports of an archive are made with. */
export interface ArchiveRun {
  readonly config: Config;
  readonly outputs: readonly Output[];
  readonly options: ReportArguments;
  readonly streams: Streams;
  readonly known: KnownFindings;
}

/** An article for the reports. */
export type ReportedArticle = Pick<Checked, 'filePath' | 'text' | 'findings' | 'facts'>;

/** The summary needs no second look at the results; every other report does. */
export function needsResults({ outputs, options }: ArchiveRun): boolean {
  return options.report !== undefined || outputs.some(({ format }) => format !== 'text');
}

/** What reports are made of. */
export interface Reported {
  readonly results: AsyncIterable<ReportedArticle>;
  readonly across: ReadonlyMap<string, readonly Finding[]>;
  /** When it is aborted, the results end early, and no report is left: half of one looks like a whole one. */
  readonly signal?: AbortSignal | undefined;
}

/** Writes all reports of a run, file by file as the results come; the summary last. Returns what went wrong. */
export async function writeReports(reported: Reported, summary: ArchiveSummary, run: ArchiveRun): Promise<Mistake[]> {
  const { across, signal } = reported;
  const sinks = openSinks(across, run);
  try {
    if (sinks.length > 0) await sendAll(sinks, reported, run);
    if (signal?.aborted) return [];
    const mistakes: Mistake[] = [];
    for (const sink of sinks) mistakes.push(...(await sink.end()));
    for (const { format, file } of run.outputs)
      if (format === 'text') mistakes.push(...writeSummary(file, summary, run));
    return mistakes;
  } finally {
    for (const sink of sinks) sink.discard();
  }
}

async function sendAll(sinks: readonly ReportSink[], { results, across }: Reported, run: ArchiveRun): Promise<void> {
  for await (const { filePath, text, findings, facts } of results) {
    const all = run.known.newOf(filePath, [...findings, ...(across.get(filePath) ?? [])].sort(byPlace));
    const shown = run.options.quiet ? all.filter(({ severity }) => severity === 'error') : all;
    for (const sink of sinks) await sink.write({ filePath, text, findings: shown, facts });
  }
}

function openSinks(across: ReadonlyMap<string, readonly Finding[]>, run: ArchiveRun): ReportSink[] {
  const { streams, config, options } = run;
  const { locale, root } = config;
  const detailed = run.outputs.filter(({ format }) => format !== 'text');
  const sinks = detailed.map((output): ReportSink => openOutput(output, { locale, verbose: true }, streams));
  if (options.report === undefined) return sinks;
  const file = resolve(streams.cwd, options.report);
  return [...sinks, openHtmlReport({ file, locale, made: streams.now, root, across })];
}

function writeSummary(
  file: string | undefined,
  summary: ArchiveSummary,
  { streams, config }: ArchiveRun,
): readonly Mistake[] {
  const nameOf = (filePath: string): string => shownName(filePath, streams.cwd);
  const color = file === undefined && usesColor(streams);
  const text = formatArchiveSummary(summary, { locale: config.locale, color, nameOf });
  if (file === undefined) {
    streams.stdout.write(text);
    return [];
  }
  const target = openReportFile(file);
  target.send(text);
  return target.end();
}

/** As in one article: by place, then by rule. */
function byPlace(a: Finding, b: Finding): number {
  return a.range[0] - b.range[0] || a.range[1] - b.range[1] || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
}

/** 3 after a file that could not be processed, 1 after errors or too many warnings. */
export function exitCode({ byRule, counts }: ArchiveSummary, maxWarnings = Number.POSITIVE_INFINITY): number {
  if (byRule.has('internal-error')) return EXIT.failure;
  return counts.error > 0 || counts.warning > maxWarnings ? EXIT.findings : EXIT.clean;
}
