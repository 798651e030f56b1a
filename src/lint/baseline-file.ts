import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { type BaselineEntry, readBaseline } from './baseline.ts';
import type { Config } from './config.ts';
import { fail, type Result, succeed } from './mistake.ts';

/** Where a baseline lies unless the configuration names another place. */
export const BASELINE_FILE = '.koetsu-baseline.json';

/** Absolute path of the baseline of a configuration: as configured, or beside the configuration. */
export function baselineFileOf({ root, settings }: Pick<Config, 'root' | 'settings'>): string {
  return resolve(root, settings.baseline ?? BASELINE_FILE);
}

/** The entries of a baseline file; undefined if there is no file. */
export function readBaselineFile(file: string): Result<readonly BaselineEntry[] | undefined> {
  if (!existsSync(file)) return succeed(undefined);
  try {
    return readBaseline(readFileSync(file, 'utf8'), file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = {
      ja: `ベースラインを読めません（${reason}）。`,
      en: `The baseline cannot be read: ${reason}`,
    };
    return fail({ file, message });
  }
}

/**
 * The entries that a run compares with; undefined if there is no file. One that was named and does not exist is a mistake: the
 * run would report everything.
 */
export function readNamedBaseline(file: string, isNamed: boolean): Result<readonly BaselineEntry[] | undefined> {
  const entries = readBaselineFile(file);
  if (!isNamed || !entries.ok || entries.value !== undefined) return entries;
  const message = {
    ja: 'ベースラインがありません。koetsu baseline で作成してください。',
    en: 'There is no baseline; make one with koetsu baseline.',
  };
  return fail({ file, message });
}

/** The path of an article as baselines and fingerprints have it: relative to the configuration, with `/`. */
export function pathIn(root: string, filePath: string): string {
  return relative(root, filePath).split(sep).join('/');
}
