import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './built.ts';

/** The hard tests do only a part of their work, for machines with less time: `KOETSU_HARD_PART=10` for about a tenth. 1: all of it. */
export const PART: number = Number(process.env.KOETSU_HARD_PART) || 1;

/** What a hard test did, by what was counted; written as it is, so say the unit in the key (`crashes`, `largestFileBytes`). */
export type Counts = Readonly<Record<string, number | string>>;

/**
 * Keeps the counts of a hard test as `NAME.json` in the folder that `KOETSU_RELIABILITY` names, for RELIABILITY.md. Does nothing
 * when it is not set. One call a name: a second one replaces the first.
 */
export function record(name: string, counts: Counts): void {
  const folder = process.env.KOETSU_RELIABILITY;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(counts, null, 2)}\n`);
}

/** A folder of real articles beside the repository, which are not part of it; says so on standard error when it is not there. */
export function sharedFolder(name: string): string | undefined {
  const folder = join(ROOT, '../shared', name);
  if (existsSync(folder)) return folder;
  process.stderr.write(`The articles of ../shared/${name} are not here: what needs them is skipped.\n`);
  return undefined;
}
