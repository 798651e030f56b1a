import { resolve } from 'node:path';
import { archiveFiles } from '../archive/article-files.ts';
import { checkAcross } from '../archive/check-across.ts';
import type { Facts } from '../archive/facts.ts';
import { type Checked, type EngineOptions, lintArticles } from '../archive/lint-articles.ts';
import { replaceFile } from '../archive/replace-file.ts';
import { type BaselineEntry, baselineEntry, baselineFilter, formatBaseline } from '../lint/baseline.ts';
import { pathIn, readBaselineFile } from '../lint/baseline-file.ts';
import type { Config } from '../lint/config.ts';
import type { Finding } from '../lint/finding.ts';
import { loadConfig } from '../lint/load-config.ts';
import type { Locale, Mistake } from '../lint/mistake.ts';
import { grouped } from '../report/grouped.ts';
import { printable } from '../report/printable.ts';
import { archiveProgress } from './archive-progress.ts';
import { baselinePath, coverage } from './baseline-file.ts';
import type { Outcome } from './check.ts';
import { shownName } from './formats.ts';
import { interrupted } from './interrupted.ts';
import { EXIT, type Streams } from './streams.ts';
import { type EngineArguments, engineOptions, fileSource } from './tools.ts';

/** Options of `koetsu baseline`, as they are given. */
export interface BaselineOptions extends EngineArguments {
  readonly config?: string;
  /** Relative to the working folder. */
  readonly baseline?: string;
  readonly prune?: boolean;
  readonly locale?: Locale;
}

/**
 * `koetsu baseline`: records the findings that there are, so that later runs fail on new ones only; with `--prune` it only
 * takes out what is fixed. Without paths the checks across articles count too. Entries of articles that were not checked, and
 * reasons, are kept.
 */
export async function baseline(
  patterns: readonly string[],
  options: BaselineOptions,
  streams: Streams,
): Promise<Outcome> {
  const loaded = await loadConfig(streams.cwd, options.config && resolve(streams.cwd, options.config));
  if (!loaded.ok) return { mistakes: loaded.mistakes };
  const config = { ...loaded.value, locale: options.locale ?? loaded.value.locale };
  const files = await archiveFiles(patterns, config, streams.cwd);
  const file = baselinePath(config, options, streams.cwd);
  const before = readBaselineFile(file);
  if (!files.ok || !before.ok) return { mistakes: [files, before].flatMap((part) => (part.ok ? [] : part.mistakes)) };
  if (options.prune && before.value === undefined) return { mistakes: [nothingToPrune(file)] };
  const engine = engineOptions(config, options, streams, streams.catchInterrupt?.());
  const survey = await lookAt(files.value, engine, { streams, across: patterns.length === 0 });
  if (engine.signal?.aborted) return interrupted(survey.checked.length, options, config.locale, streams);
  const next = nextEntries(survey, before.value ?? [], config, options.prune === true);
  try {
    replaceFile(file, formatBaseline(next.entries));
  } catch (error) {
    return { mistakes: [unwritable(file, error)] };
  }
  streams.stdout.write(`${summaryOf(next, shownName(file, streams.cwd), config.locale)}\n`);
  for (const { filePath, message } of survey.failures)
    streams.stderr.write(`koetsu: ${printable(shownName(filePath, streams.cwd))}: ${printable(message)}\n`);
  return { code: survey.failures.length > 0 ? EXIT.failure : EXIT.clean };
}

/** What there is. */
interface Survey {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Articles all of whose rules came to an end: of the others nothing is recorded and nothing forgotten. */
  readonly checked: readonly string[];
  readonly failures: readonly { readonly filePath: string; readonly message: string }[];
  readonly across: boolean;
}

async function lookAt(
  files: readonly string[],
  engine: EngineOptions,
  { streams, across }: { readonly streams: Streams; readonly across: boolean },
): Promise<Survey> {
  const findings = new Map<string, readonly Finding[]>();
  const failures: { filePath: string; message: string }[] = [];
  const articles: { filePath: string; facts: Facts }[] = [];
  const progress = archiveProgress(streams, files.length, engine.config.locale);
  for await (const result of lintArticles(files.map(fileSource), engine)) {
    const { filePath, facts } = result;
    const failure = failureIn(result);
    if (failure) failures.push({ filePath, message: failure.message });
    else findings.set(filePath, result.findings);
    if (facts) articles.push({ filePath, facts });
    progress.advance(result.findings.length);
  }
  progress.stop();
  if (across && !engine.signal?.aborted) {
    for (const [filePath, more] of checkAcross(articles, engine.config)) {
      const own = findings.get(filePath);
      if (own) findings.set(filePath, [...own, ...more]);
    }
  }
  return { findings, checked: [...findings.keys()], failures, across };
}

function failureIn({ findings }: Checked): Finding | undefined {
  return findings.find(({ ruleId }) => ruleId === 'internal-error');
}

/** The entries to write, and how they differ from those before. */
interface Next {
  readonly entries: readonly BaselineEntry[];
  readonly added: number;
  readonly removed: number;
}

function nextEntries(survey: Survey, before: readonly BaselineEntry[], { root }: Config, prune: boolean): Next {
  const filter = baselineFilter(before);
  const found: BaselineEntry[] = [];
  let added = 0;
  for (const [filePath, findings] of survey.findings) {
    const path = pathIn(root, filePath);
    const known = filter.match(path, findings);
    added += known.filter((entry) => !entry).length;
    found.push(...findings.flatMap((finding, i) => baselineEntry(finding, path, known[i]?.reason) ?? []));
  }
  const isCovered = coverage({ root, ...survey });
  const stays = filter.missing().filter((entry) => !isCovered(entry));
  const removed = filter.missing().length - stays.length;
  if (prune) return { entries: [...filter.known(), ...stays], added: 0, removed };
  return { entries: [...found, ...stays], added, removed };
}

function summaryOf({ entries, added, removed }: Next, name: string, locale: Locale): string {
  const [total, plus, minus] = [entries.length, added, removed].map((count) => grouped(count));
  return locale === 'ja'
    ? `${name}: ${total}件を記録しています（追加 ${plus}・解消 ${minus}）。`
    : `${name}: ${total} findings recorded (${plus} added, ${minus} fixed).`;
}

function nothingToPrune(file: string): Mistake {
  return {
    file,
    message: { ja: 'ベースラインがまだありません。', en: 'There is no baseline yet.' },
  };
}

function unwritable(file: string, error: unknown): Mistake {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    file,
    message: { ja: `ベースラインを書けません（${reason}）。`, en: `The baseline cannot be written: ${reason}` },
  };
}
