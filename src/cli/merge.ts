import { join, resolve } from 'node:path';
import { type BlobSurvey, surveyBlob } from '../archive/blob.ts';
import { disagreements, joinedEntries } from '../archive/blob-set.ts';
import { checkAcross } from '../archive/check-across.ts';
import type { Facts } from '../archive/facts.ts';
import { configHash } from '../archive/shard.ts';
import { VERSION } from '../lint/docs.ts';
import { loadConfig } from '../lint/load-config.ts';
import type { Locale, Mistake } from '../lint/mistake.ts';
import {
  type ArchiveRun,
  exitCode,
  type ReportArguments,
  type ReportedArticle,
  writeReports,
} from './archive-reports.ts';
import { growingSummary } from './archive-summary.ts';
import { baselinePath, knownFindings } from './baseline-file.ts';
import type { Outcome } from './check.ts';
import { readOutputs, shownName } from './formats.ts';
import { overwritten } from './protect-inputs.ts';
import type { Streams } from './streams.ts';

/** Options of `koetsu merge`, as they are given. */
export interface MergeOptions extends ReportArguments {
  readonly config?: string;
  readonly format: readonly string[];
  readonly locale?: Locale;
}

/** `koetsu merge`: joins the blobs of all shards of a run and reports as `koetsu archive` does without shards. */
export async function merge(files: readonly string[], options: MergeOptions, streams: Streams): Promise<Outcome> {
  const outputs = readOutputs(options.format, streams.cwd);
  const config = await loadConfig(streams.cwd, options.config && resolve(streams.cwd, options.config));
  const known = config.ok ? knownFindings(config.value, options, streams.cwd) : undefined;
  if (!outputs.ok || !config.ok || !known?.ok) {
    return { mistakes: [outputs, config, known].flatMap((part) => (!part || part.ok ? [] : part.mistakes)) };
  }
  const inputs = [...files.map((file) => resolve(streams.cwd, file)), config.value.file];
  const reportFile = options.report === undefined ? undefined : resolve(streams.cwd, options.report);
  const lost = overwritten(
    [...outputs.value, { file: reportFile }],
    [...inputs, baselinePath(config.value, options, streams.cwd)],
  );
  if (lost.length > 0) return { mistakes: lost };
  const growing = growingSummary();
  const articles: { filePath: string; facts: Facts }[] = [];
  const checked: string[] = [];
  const pathOf = (name: string): string => join(config.value.root, name);
  const survey = await surveyAll(files, streams.cwd, ({ name, findings, facts }) => {
    const filePath = pathOf(name);
    checked.push(filePath);
    growing.article(filePath, facts?.date, known.value.newOf(filePath, findings));
    if (facts) articles.push({ filePath, facts });
  });
  if ('mistakes' in survey) return survey;
  const { blobs } = survey;
  const mistakes = disagreements(blobs, { version: VERSION, config: configHash(config.value) });
  const locale = blobs[0]?.header.locale ?? config.value.locale;
  if (mistakes.length === 0 && options.locale && options.locale !== locale) mistakes.push(otherLanguage(locale));
  if (mistakes.length > 0) return { mistakes };
  const run = { config: { ...config.value, locale }, outputs: outputs.value, options, streams, known: known.value };
  return report({ blobs, articles, checked, growing, pathOf }, run);
}

interface Joined {
  readonly blobs: readonly BlobSurvey[];
  readonly articles: readonly { readonly filePath: string; readonly facts: Facts }[];
  /** Paths of all articles. */
  readonly checked: readonly string[];
  readonly growing: ReturnType<typeof growingSummary>;
  readonly pathOf: (name: string) => string;
}

async function report({ blobs, articles, checked, growing, pathOf }: Joined, run: ArchiveRun): Promise<Outcome> {
  const { config, streams, options, known } = run;
  const across = checkAcross(articles, config);
  for (const [filePath, findings] of across) growing.more(filePath, known.newOf(filePath, findings));
  const results = async function* (): AsyncGenerator<ReportedArticle> {
    for await (const { name, text, findings, facts } of joinedEntries(blobs)) {
      yield { filePath: pathOf(name), text, findings, facts };
    }
  };
  const mistakes = await writeReports({ results: results(), across }, growing.summary, run);
  for (const note of known.notes(checked, true, config.locale)) streams.stderr.write(`koetsu: ${note}\n`);
  return mistakes.length > 0 ? { mistakes } : { code: exitCode(growing.summary, options.maxWarnings) };
}

async function surveyAll(
  files: readonly string[],
  cwd: string,
  see: Parameters<typeof surveyBlob>[1],
): Promise<{ readonly blobs: readonly BlobSurvey[] } | { readonly mistakes: readonly Mistake[] }> {
  const blobs: BlobSurvey[] = [];
  const mistakes: Mistake[] = [];
  for (const file of files) {
    const found = await surveyBlob(resolve(cwd, file), see);
    const name = shownName(resolve(cwd, file), cwd);
    if ('reason' in found) mistakes.push({ file: name, message: found.reason });
    else blobs.push(found);
  }
  return mistakes.length > 0 ? { mistakes } : { blobs };
}

function otherLanguage(locale: Locale): Mistake {
  return {
    message: {
      ja: `ファイルのメッセージは --locale ${locale} で作られています。`,
      en: `The messages in the files were made with --locale ${locale}.`,
    },
  };
}
