import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BaselineEntry, type BaselineFilter, baselineFilter } from '../lint/baseline.ts';
import { baselineFileOf, pathIn, readNamedBaseline } from '../lint/baseline-file.ts';
import type { Config } from '../lint/config.ts';
import type { FileResult, Finding } from '../lint/finding.ts';
import { type Locale, type Result, succeed } from '../lint/mistake.ts';
import { grouped } from '../report/grouped.ts';

/** The option of the commands that compare with a baseline. */
export interface BaselineArguments {
  /** Relative to the working folder; false for `--no-baseline`. */
  readonly baseline?: string | boolean;
}

type Place = Pick<Config, 'root' | 'settings'>;

/** Absolute path of the baseline: as given, as configured, or beside the configuration. */
export function baselinePath(config: Place, { baseline }: BaselineArguments, cwd: string): string {
  return typeof baseline === 'string' ? resolve(cwd, baseline) : baselineFileOf(config);
}

/** What a run compares with its baseline, and what it says of it in the end. */
export interface KnownFindings {
  readonly newOf: (filePath: string, findings: readonly Finding[]) => readonly Finding[];
  /** Lines for people; none without a baseline. `across`: checks across articles were made. */
  readonly notes: (checked: Iterable<string>, across: boolean, locale: Locale) => readonly string[];
}

/**
 * The baseline for a run: as given, as configured, or the one beside the configuration if there is one. A file that was named
 * and does not exist is a mistake: the run would report everything.
 */
export function knownFindings(config: Place, given: BaselineArguments, cwd: string): Result<KnownFindings> {
  if (given.baseline === false) return succeed({ newOf: (_, findings) => findings, notes: () => [] });
  const file = baselinePath(config, given, cwd);
  const isNamed = typeof given.baseline === 'string' || config.settings.baseline !== undefined;
  const entries = readNamedBaseline(file, isNamed);
  if (!entries.ok) return entries;
  if (entries.value === undefined) return succeed({ newOf: (_, findings) => findings, notes: () => [] });
  return succeed(knownBy(baselineFilter(entries.value), config.root, cwd));
}

function knownBy(filter: BaselineFilter, root: string, cwd: string): KnownFindings {
  return {
    newOf: (filePath, findings) => {
      const known = filter.match(pathIn(root, resolve(cwd, filePath)), findings);
      return findings.filter((_, i) => !known[i]);
    },
    notes: (checked, across, locale) => {
      const known = filter.known().length;
      const fixed = fixedEntries(filter, { root, checked, across }).length;
      return [
        ...(known > 0
          ? [
              locale === 'ja'
                ? `ベースラインにある指摘${grouped(known)}件は省略しました。`
                : `Known by the baseline and not listed: ${grouped(known)}.`,
            ]
          : []),
        ...(fixed > 0
          ? [
              locale === 'ja'
                ? `ベースラインの${grouped(fixed)}件は解消しています（koetsu baseline --prune で消せます）。`
                : `Fixed since the baseline: ${grouped(fixed)} (koetsu baseline --prune removes them).`,
            ]
          : []),
      ];
    },
  };
}

/** What a run has looked at. */
interface Looked {
  readonly root: string;
  /** The articles, absolute. */
  readonly checked: Iterable<string>;
  /** Whether checks across articles were made. */
  readonly across: boolean;
}

/** Entries that a run should have met and did not, and those of articles that are gone. */
function fixedEntries(filter: BaselineFilter, looked: Looked): readonly BaselineEntry[] {
  const isCovered = coverage(looked);
  return filter.missing().filter(isCovered);
}

/** Whether a run could have met an entry. */
export function coverage({ root, checked, across }: Looked): (entry: BaselineEntry) => boolean {
  const paths = new Set(Array.from(checked, (filePath) => pathIn(root, filePath)));
  return ({ path, ruleId }) => {
    if (path !== '' && !existsSync(join(root, path))) return true;
    return paths.has(path) && (across || !ruleId.startsWith('archive/'));
  };
}

/** The results without what the baseline knows. */
export function withoutKnown(results: readonly FileResult[], known: KnownFindings): FileResult[] {
  return results.map((result) => ({ ...result, findings: known.newOf(result.filePath, result.findings) }));
}
