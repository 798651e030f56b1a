import { appendFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { rules } from '../../rules/index.ts';
import { replaceFile } from '../archive/replace-file.ts';
import { docsOf, VERSION } from '../lint/docs.ts';
import type { FileResult } from '../lint/finding.ts';
import { fail, type Locale, type Mistake, type Result, succeed, unknownName } from '../lint/mistake.ts';
import { formatCheckstyle } from '../report/checkstyle.ts';
import { formatCompact } from '../report/compact.ts';
import { formatGithub } from '../report/github.ts';
import { formatGitlab } from '../report/gitlab.ts';
import { formatJson } from '../report/json.ts';
import { formatJsonl } from '../report/jsonl.ts';
import { formatJunit } from '../report/junit.ts';
import { formatMarkdown } from '../report/markdown.ts';
import { plainMarkdown } from '../report/markdown-escape.ts';
import { formatRdjson, formatRdjsonl } from '../report/rdjson.ts';
import { formatSarif } from '../report/sarif.ts';
import type { RuleInfo } from '../report/sarif-rules.ts';
import { formatText } from '../report/text.ts';
import { FORMAT_NAMES, type FormatName } from './format-names.ts';
import { linkTo, pathFrom, repositoryRoot } from './repository.ts';
import { rulePage } from './rule-page.ts';
import type { Streams } from './streams.ts';

/** One `--format FORMAT[=FILE]`. */
export interface Output {
  readonly format: FormatName;
  /** Absolute; undefined: standard output. */
  readonly file: string | undefined;
}

export interface Shown {
  readonly locale: Locale;
  readonly verbose: boolean;
  /** Lines about the run as a whole: at the end of reports for people, else on standard error. */
  readonly notes?: readonly string[];
}

type Format = (
  results: readonly FileResult[],
  shown: Shown,
  streams: Streams,
  /** Undefined: standard output. */
  file: string | undefined,
) => string;

/** What GitHub takes: a comment of 65,536 characters, a job summary of 1 MiB; a little is left for what others add. */
const COMMENT = { characters: 65_000, bytes: Number.POSITIVE_INFINITY };
const SUMMARY = { characters: Number.POSITIVE_INFINITY, bytes: 1_040_000 };

/** Every format by name. Those that a repository's host reads name files from its root, the others from the working folder. */
const FORMATS: Readonly<Record<FormatName, Format>> = {
  text: (results, shown, streams, file) =>
    formatText(results, {
      ...shown,
      color: file === undefined && usesColor(streams),
      width: file === undefined ? Math.max(40, Math.min(streams.stdout.columns ?? 100, 140)) : 100,
      nameOf: (filePath) => shownName(filePath, streams.cwd),
    }) + linesOf(shown.notes),
  json: (results) => formatJson(results),
  jsonl: (results) => formatJsonl(results),
  compact: (results, _, { cwd }) =>
    formatCompact(results.map((result) => ({ ...result, filePath: shownName(result.filePath, cwd) }))),
  github: (results, shown, { cwd }) => formatGithub(namedFrom(repositoryRoot(cwd), results), shown),
  sarif: (results, { locale }, { cwd }) =>
    formatSarif(namedFrom(repositoryRoot(cwd), results), { version: VERSION, locale, rules: ruleInfos() }),
  rdjson: (results, _, { cwd }) => formatRdjson(namedFrom(cwd, results)),
  rdjsonl: (results, _, { cwd }) => formatRdjsonl(namedFrom(cwd, results)),
  junit: (results, _, { cwd, now }) => formatJunit(namedFrom(cwd, results), now),
  checkstyle: (results, _, { cwd }) => formatCheckstyle(namedFrom(cwd, results)),
  gitlab: (results, _, { cwd }) => formatGitlab(namedFrom(repositoryRoot(cwd), results)),
  markdown: (results, shown, streams, file) =>
    formatMarkdown(namedFrom(repositoryRoot(streams.cwd), results), {
      ...shown,
      linkOf: linkTo(streams),
      limit: isJobSummary(file, streams) ? SUMMARY : COMMENT,
    }) + (shown.notes?.length ? `\n${linesOf(shown.notes?.map(plainMarkdown))}` : ''),
};

/** Reads `--format` options; without any, the text report. At most one may go to standard output. */
export function readOutputs(given: readonly string[], cwd: string): Result<readonly Output[]> {
  const mistakes: Mistake[] = [];
  const outputs = given.flatMap((option): Output[] => {
    const [name = '', ...rest] = option.split('=');
    const file = rest.length > 0 ? rest.join('=') : undefined;
    if (!isFormat(name)) {
      mistakes.push({ message: unknownName({ ja: '形式', en: 'format' }, name, FORMAT_NAMES) });
      return [];
    }
    if (file === '')
      mistakes.push({
        message: { ja: `--format ${name}= の後にファイル名がありません。`, en: `--format ${name}= needs a file name.` },
      });
    return [{ format: name, file: file ? resolve(cwd, file) : undefined }];
  });
  if (outputs.filter((output) => output.file === undefined).length > 1) {
    mistakes.push({
      message: {
        ja: '標準出力に出せる形式は1つです。ほかは --format 形式=ファイル で指定してください。',
        en: 'Only one format can go to standard output; give the others a file: --format NAME=FILE.',
      },
    });
  }
  const files = outputs.flatMap((output) => output.file ?? []);
  for (const file of new Set(files.filter((name, i) => files.indexOf(name) !== i))) {
    const message = { ja: '2つのレポートを同じファイルには書けません。', en: 'Two reports cannot go to one file.' };
    mistakes.push({ file, message });
  }
  if (mistakes.length > 0) return fail(...mistakes);
  return succeed(outputs.length > 0 ? outputs : [{ format: 'text', file: undefined }]);
}

/** Writes the reports. A file that cannot be written is a mistake; the other reports are written all the same. */
export function writeOutputs(
  outputs: readonly Output[],
  results: readonly FileResult[],
  shown: Shown,
  streams: Streams,
): Mistake[] {
  const tellsNotes = outputs.some(({ format, file }) => format === 'text' && file === undefined);
  if (!tellsNotes) streams.stderr.write(linesOf(shown.notes?.map((note) => `koetsu: ${note}`)));
  return outputs.flatMap(({ format, file }): Mistake[] => {
    const report = FORMATS[format](results, shown, streams, file);
    if (file === undefined) {
      streams.stdout.write(report);
      return [];
    }
    try {
      // Other commands of the step may have written to its summary.
      if (isJobSummary(file, streams)) appendFileSync(file, report);
      else replaceFile(file, report);
      return [];
    } catch (error) {
      return [unwrittenReport(file, error)];
    }
  });
}

/** The mistake of a report whose file cannot be written. */
export function unwrittenReport(file: string, error: unknown): Mistake {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    file,
    message: { ja: `レポートを書けません（${reason}）。`, en: `The report cannot be written: ${reason}` },
  };
}

function linesOf(notes: readonly string[] = []): string {
  return notes.map((note) => `${note}\n`).join('');
}

/** The articles under the names that a report shows. */
function namedFrom(root: string, results: readonly FileResult[]): FileResult[] {
  return results.map((result) => ({
    ...result,
    filePath: pathFrom(root, result.filePath),
    findings: result.findings.map((finding) => ({
      ...finding,
      related: finding.related.map((place) =>
        place.filePath === undefined ? place : { ...place, filePath: pathFrom(root, place.filePath) },
      ),
    })),
  }));
}

function ruleInfos(): RuleInfo[] {
  return Object.values(rules).map(({ rule: { id, severity, description } }) => {
    const ruleId = `koetsu/${id}`;
    return { ruleId, severity, description, page: rulePage(id), docs: docsOf(ruleId, []) };
  });
}

function isJobSummary(file: string | undefined, { env, cwd }: Streams): boolean {
  return file !== undefined && env.GITHUB_STEP_SUMMARY !== undefined && file === resolve(cwd, env.GITHUB_STEP_SUMMARY);
}

function isFormat(name: string): name is FormatName {
  return FORMAT_NAMES.some((known) => known === name);
}

/** Whether what goes to standard output is coloured. */
export function usesColor({ stdout, env }: Streams): boolean {
  if (env.NO_COLOR) return false;
  return env.FORCE_COLOR !== undefined ? env.FORCE_COLOR !== '0' : stdout.isTTY === true && env.TERM !== 'dumb';
}

/** Relative to the working folder where that is shorter to read. */
export function shownName(filePath: string, cwd: string): string {
  const path = relative(cwd, filePath);
  return path === '' || path.startsWith('..') ? filePath : path;
}
