import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { articleTest } from '../archive/article-files.ts';
import { type Checked, type EngineOptions, lintArticles, type Source } from '../archive/lint-articles.ts';
import { pathIn } from '../lint/baseline-file.ts';
import { type Comparison, compareFindings, type Revision } from '../lint/compare-findings.ts';
import type { FileResult, Finding } from '../lint/finding.ts';
import { fail, type Locale, type Result, succeed } from '../lint/mistake.ts';
import { decodeArticle } from '../lint/read-article.ts';
import { grouped } from '../report/grouped.ts';
import { type ChangedFacts, compareAcross, withAcross } from './diff-across.ts';
import { type ChangedFile, changesSince, readBlobs } from './git.ts';
import type { Streams } from './streams.ts';
import { fileSource } from './tools.ts';

/** What came of the changed articles. */
export interface Difference {
  /** The changed articles that still exist with all that is found in them now, and others with something new in them. */
  readonly results: readonly FileResult[];
  /** The changed articles that still exist. */
  readonly changed: readonly string[];
  /** The findings among them that are new. */
  readonly added: ReadonlySet<Finding>;
  readonly fixed: number;
  readonly kept: number;
}

/**
 * Lints both revisions of every changed article, with the configuration as it is now, and compares. Changed is what differs
 * between the working tree and the point where HEAD left `base`.
 */
export async function checkDiff(
  base: string,
  patterns: readonly string[],
  engine: EngineOptions,
  streams: Streams,
): Promise<Result<Difference>> {
  const { cwd, env } = streams;
  const isArticle = articleTest(patterns, cwd);
  const changes = await changesSince(base, cwd, env, isArticle);
  if (!changes.ok) return changes;
  const articles = changes.value.files.flatMap((file) => articleOf(file, isArticle));
  const strange = unknownPaths(patterns, articles, cwd);
  if (strange.length > 0) {
    return fail(
      ...strange.map((name) => ({
        message: {
          ja: `「${name}」というファイルやフォルダーはありません。`,
          en: `There is no file or folder "${name}".`,
        },
      })),
    );
  }
  const blobs = await readBlobs(
    articles.flatMap(({ before }) => before?.blob ?? []),
    changes.value.root,
    env,
  );
  return blobs.ok ? succeed(await compareAll(articles, blobs.value, engine)) : blobs;
}

/** An article that was moved out of what the arguments name is not gone, and one that was moved in is not new. */
function articleOf({ before, after }: ChangedFile, isArticle: (path: string) => boolean): ChangedFile[] {
  if (after !== undefined) return isArticle(after) ? [{ before, after }] : [];
  return before && isArticle(before.path) ? [{ before, after }] : [];
}

/** Arguments that are neither there now nor were there before: a slip. */
function unknownPaths(patterns: readonly string[], articles: readonly ChangedFile[], cwd: string): string[] {
  return patterns.filter((pattern) => {
    const path = resolve(cwd, pattern);
    const test = articleTest([pattern], cwd);
    const isKnown = articles.some(({ before, after }) => test(after ?? before?.path ?? ''));
    return !existsSync(path) && !isKnown && !/[*?[\]{}()!]/.test(pattern);
  });
}

async function compareAll(
  articles: readonly ChangedFile[],
  blobs: readonly Uint8Array[],
  engine: EngineOptions,
): Promise<Difference> {
  const olds = articles.flatMap(({ before }) => before ?? []).map(({ path }, i) => blobSource(path, blobs[i]));
  const news = articles.flatMap(({ after }) => (after === undefined ? [] : fileSource(after)));
  // One run, so that the threads start once. The results come in the order of the sources.
  const all: Checked[] = [];
  for await (const result of lintArticles([...olds, ...news], engine)) all.push(result);
  const oldResults = all.slice(0, olds.length)[Symbol.iterator]();
  const newResults = all.slice(olds.length)[Symbol.iterator]();
  const pairs = articles.map(({ before, after }) => ({
    before: before && oldResults.next().value,
    after: after === undefined ? undefined : newResults.next().value,
  }));
  const compared = pairs.map(({ before, after }) =>
    comparisonOf(before ?? NOTHING, after ?? NOTHING, pathIn(engine.config.root, after?.filePath ?? '')),
  );
  const across = engine.signal?.aborted ? undefined : await compareAcross(pairs.map(factsOf), engine);
  const results = pairs.flatMap(({ after }) => after ?? []);
  return {
    results: (across ? await withAcross(results, across) : results).sort(byName),
    changed: results.map(({ filePath }) => filePath),
    added: new Set([...compared.flatMap(({ added }) => added), ...(across?.added ?? [])]),
    fixed: compared.reduce((sum, { fixed }) => sum + fixed.length, across?.fixed ?? 0),
    kept: compared.reduce((sum, { kept }) => sum + kept, across?.kept ?? 0),
  };
}

function factsOf(pair: { readonly before: Checked | undefined; readonly after: Checked | undefined }): ChangedFacts {
  const known = (checked: Checked | undefined) =>
    checked?.facts && { filePath: checked.filePath, facts: checked.facts };
  return { before: known(pair.before), after: known(pair.after) };
}

const NOTHING: Revision = { text: '', findings: [] };

/** What failed is never kept: a rule that throws must not pass because it threw before. */
function comparisonOf(old: Revision, now: Revision, path: string): Comparison {
  const sound = (revision: Revision): Revision => ({ ...revision, findings: revision.findings.filter(isSound) });
  const compared = compareFindings(sound(old), sound(now), path);
  const failures = now.findings.filter((finding) => !isSound(finding));
  return { ...compared, added: [...failures, ...compared.added] };
}

function isSound({ ruleId }: { readonly ruleId: string }): boolean {
  return ruleId !== 'internal-error';
}

function byName(a: FileResult, b: FileResult): number {
  return a.filePath < b.filePath ? -1 : a.filePath > b.filePath ? 1 : 0;
}

/** An article as it was: rules read its date and its overrides from the name that it had. */
function blobSource(path: string, blob: Uint8Array = new Uint8Array()): Source {
  return { filePath: path, path, read: async () => decodeArticle(blob) };
}

/** One line for people. */
export function differenceNote(
  counts: Readonly<Record<'added' | 'fixed' | 'kept', number>>,
  base: string,
  locale: Locale,
): string {
  const [n, f, k] = [counts.added, counts.fixed, counts.kept].map((count) => grouped(count));
  return locale === 'ja'
    ? `${base}との差分: 新規 ${n}・解消 ${f}・既存 ${k}`
    : `Since ${base}: ${n} new, ${f} fixed, ${k} kept`;
}
