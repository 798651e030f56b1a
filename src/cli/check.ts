import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { articleFiles, articleTest } from '../archive/article-files.ts';
import { type Checked, type EngineOptions, lintArticles } from '../archive/lint-articles.ts';
import { replaceFile } from '../archive/replace-file.ts';
import type { Config } from '../lint/config.ts';
import type { FileResult, Finding } from '../lint/finding.ts';
import { loadConfig } from '../lint/load-config.ts';
import type { Mistake } from '../lint/mistake.ts';
import { decodeArticle } from '../lint/read-article.ts';
import { unreadable } from '../lint/unreadable.ts';
import { printable } from '../report/printable.ts';
import {
  type BaselineArguments,
  baselinePath,
  type KnownFindings,
  knownFindings,
  withoutKnown,
} from './baseline-file.ts';
import { checkDiff, differenceNote } from './diff.ts';
import { type Output, readOutputs, shownName, writeOutputs } from './formats.ts';
import { interrupted } from './interrupted.ts';
import { progressOn } from './progress.ts';
import { overwritten, realPath } from './protect-inputs.ts';
import { EXIT, type Streams } from './streams.ts';
import { type EngineArguments, engineOptions, fileSource } from './tools.ts';

/** Options of `koetsu check`, as they are given. */
export interface CheckOptions extends EngineArguments, BaselineArguments {
  readonly config?: string;
  readonly format: readonly string[];
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly locale?: 'ja' | 'en';
}

/** An outcome for the shell: an exit code, or what the user got wrong. */
export type Outcome = { readonly code: number } | { readonly mistakes: readonly Mistake[] };

/** `koetsu check`: lints articles, fixes them if asked to, writes the reports. */
export async function check(patterns: readonly string[], options: CheckOptions, streams: Streams): Promise<Outcome> {
  const mistakes = contradictions(patterns, options);
  const outputs = readOutputs(options.format, streams.cwd);
  const file = options.config === undefined ? undefined : resolve(streams.cwd, options.config);
  const config = await loadConfig(streams.cwd, file);
  const names = patterns.length > 0 ? patterns : ['.'];
  const files = options.stdin || options.diff !== undefined ? undefined : await articleFiles(names, streams.cwd);
  const known = config.ok ? knownFindings(config.value, options, streams.cwd) : undefined;
  for (const part of [outputs, config, files, known]) if (part && !part.ok) mistakes.push(...part.mistakes);
  if (mistakes.length > 0 || !outputs.ok || !config.ok || !known?.ok || (files && !files.ok)) return { mistakes };
  const run = runOf(config.value, options, known.value, streams);
  const lost = lostBy(outputs.value, patterns, run);
  if (lost.length > 0) return { mistakes: lost };
  if (options.diff !== undefined) return checkChanges(options.diff, patterns, outputs.value, run);
  const results = files ? await checkFiles(files.value, run) : await checkStdin(run);
  return finish({ results, checked: results.map(({ filePath }) => filePath) }, outputs.value, run);
}

/** A mistake for each report that would take the place of an article, the configuration or the baseline. */
function lostBy(outputs: readonly Output[], patterns: readonly string[], { config, options, streams }: Run): Mistake[] {
  const isArticle = articleTest(patterns, streams.cwd);
  const articles = outputs.flatMap(({ file }) =>
    file !== undefined && !options.stdin && existsSync(file) && [file, realPath(file)].some(isArticle) ? [file] : [],
  );
  return overwritten(outputs, [...articles, config.file, baselinePath(config, options, streams.cwd)]);
}

/** What was found, and what of it counts. */
interface Found {
  readonly results: readonly FileResult[];
  /** Articles whose findings are all there. */
  readonly checked: readonly string[];
  /** Undefined: all findings count. */
  readonly counts?: (finding: Finding) => boolean;
  /** What there is to say of the number of those that count. */
  readonly note?: (count: number) => string;
}

function finish({ results, checked, counts = () => true, note }: Found, outputs: readonly Output[], run: Run): Outcome {
  const { engine, options, config, streams, known } = run;
  if (engine.signal?.aborted) return interrupted(results.length, options, config.locale, streams);
  // The baseline sees all findings of an article: it would mistake a new one for its like otherwise.
  const left = withoutKnown(results, known).map((result) => ({ ...result, findings: result.findings.filter(counts) }));
  const count = left.reduce((sum, { findings }) => sum + findings.length, 0);
  const notes = [...(note ? [note(count)] : []), ...known.notes(checked, false, config.locale)];
  return report(left, outputs, notes, run);
}

async function checkChanges(
  base: string,
  patterns: readonly string[],
  outputs: readonly Output[],
  run: Run,
): Promise<Outcome> {
  const { config, streams, engine } = run;
  const found = await checkDiff(base, patterns, engine, streams);
  if (!found.ok) return { mistakes: found.mistakes };
  const { results, changed, added, fixed, kept } = found.value;
  const note = (count: number): string => differenceNote({ added: count, fixed, kept }, base, config.locale);
  return finish({ results, checked: changed, counts: (finding) => added.has(finding), note }, outputs, run);
}

interface Run {
  readonly config: Config;
  readonly options: CheckOptions;
  readonly streams: Streams;
  readonly engine: EngineOptions;
  readonly known: KnownFindings;
}

function runOf(loaded: Config, options: CheckOptions, known: KnownFindings, streams: Streams): Run {
  const config = { ...loaded, locale: options.locale ?? loaded.locale };
  // What waits for standard input ends as the shell is used to.
  const signal = options.stdin ? undefined : streams.catchInterrupt?.();
  const engine = { ...engineOptions(config, options, streams, signal), facts: options.diff !== undefined };
  return { config, options, streams, known, engine };
}

function contradictions(patterns: readonly string[], options: CheckOptions): Mistake[] {
  const mistakes: Mistake[] = [];
  const add = (wrong: unknown, ja: string, en: string): void => void (wrong && mistakes.push({ message: { ja, en } }));
  add(
    options.stdin && patterns.length > 0,
    '--stdin とファイルは同時に指定できません。',
    '--stdin cannot be combined with files.',
  );
  add(
    options.stdinFilename && !options.stdin,
    '--stdin-filename には --stdin が必要です。',
    '--stdin-filename needs --stdin.',
  );
  add(
    options.diff !== undefined && (options.stdin || options.fix),
    '--diff は --stdin や --fix と同時に指定できません。',
    '--diff cannot be combined with --stdin or --fix.',
  );
  add(options.dryRun && !options.fix, '--dry-run には --fix が必要です。', '--dry-run needs --fix.');
  const limit = options.maxWarnings;
  add(
    limit !== undefined && !(Number.isInteger(limit) && limit >= 0),
    '--max-warnings には0以上の整数を指定してください。',
    '--max-warnings takes a whole number from 0.',
  );
  return mistakes;
}

async function checkFiles(files: readonly string[], run: Run): Promise<FileResult[]> {
  const { streams, config, options } = run;
  const progress = progressOn(streams, files.length, config.locale);
  const results: FileResult[] = [];
  // For one article, asking the cache takes as long as linting.
  const engine = files.length > 1 ? run.engine : { ...run.engine, cache: undefined };
  for await (const result of lintArticles(files.map(fileSource), { ...engine, fix: options.fix })) {
    results.push(fixFile(result, run));
    await progress.advance();
  }
  progress.stop();
  return results;
}

/** Writes what the fixes made of an article, if they made anything of it; the result of what is in the file then. */
function fixFile({ filePath, text, findings, fixed }: Checked, run: Run): FileResult {
  if (!fixed) return { filePath, text, findings };
  if (run.options.dryRun) {
    run.streams.stdout.write(patchOf(filePath, text, fixed.text, run));
    return { filePath, ...fixed };
  }
  try {
    replaceFile(filePath, fixed.text, { expected: text });
    return { filePath, text: fixed.text, findings: fixed.findings };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = {
      ja: `修正を書き込めません（${reason}）。元のファイルのままです。`,
      en: `The fixes cannot be written (${reason}); the file is as it was.`,
    };
    return { filePath, text, findings: [unreadable(message, run.config.locale), ...findings] };
  }
}

/** What `--fix` would change, with the name relative to the working folder, as `git apply` and `patch` want it; nothing for nothing. */
function patchOf(filePath: string, before: string, after: string, { streams }: Run): string {
  if (before === after) return '';
  const name = printable(shownName(filePath, streams.cwd));
  return createTwoFilesPatch(name, name, before, after, '', '', { context: 1 });
}

async function checkStdin(run: Run): Promise<FileResult[]> {
  const name = run.options.stdinFilename;
  const path = name === undefined ? undefined : resolve(run.streams.cwd, name);
  const filePath = path ?? '<stdin>';
  const decoded = decodeArticle(await run.streams.readStdin());
  if ('reason' in decoded) return [{ filePath, text: '', findings: [unreadable(decoded.reason, run.config.locale)] }];
  const { text } = decoded;
  const source = { filePath, path, read: async () => decoded };
  const results: FileResult[] = [];
  for await (const { fixed, ...result } of lintArticles([source], {
    ...run.engine,
    cache: undefined,
    fix: run.options.fix,
  })) {
    if (run.options.fix) {
      const after = fixed?.text ?? text;
      run.streams.stdout.write(run.options.dryRun ? patchOf(filePath, text, after, run) : after);
    }
    results.push({ ...result, ...fixed });
  }
  return results;
}

function report(
  results: readonly FileResult[],
  outputs: readonly Output[],
  notes: readonly string[],
  run: Run,
): Outcome {
  const { options, streams, config } = run;
  const shown = options.quiet
    ? results.map((result) => ({ ...result, findings: result.findings.filter(isError) }))
    : results;
  // A fixed text and a diff have standard output for themselves: the report must not mix with them.
  const aside = options.fix && (options.stdin || options.dryRun) ? { ...streams, stdout: streams.stderr } : streams;
  const verbose = options.verbose === true;
  const mistakes = writeOutputs(outputs, shown, { locale: config.locale, verbose, notes }, aside);
  return mistakes.length > 0
    ? { mistakes }
    : {
        code: exitCode(
          results.flatMap((result) => result.findings),
          options.maxWarnings,
        ),
      };
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

function exitCode(findings: readonly Finding[], maxWarnings = Number.POSITIVE_INFINITY): number {
  if (findings.some((finding) => finding.ruleId === 'internal-error')) return EXIT.failure;
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  return findings.some(isError) || warnings > maxWarnings ? EXIT.findings : EXIT.clean;
}
