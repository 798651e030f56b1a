import { leadNotAfter, leadRows, tailNotBefore, tailRows } from './modifier-words.ts';
import type { Interval, Modifier, Per } from './quantity.ts';

/** What a word before or after the number adds. */
export interface Mark {
  readonly modifiers: readonly Modifier[];
  readonly per?: Per;
}

export interface MarkMatch {
  readonly end: number;
  readonly mark: Mark;
}

/** Words by their first character, longest first. */
type Table = ReadonlyMap<string, readonly (readonly [word: string, mark: Mark])[]>;

const leads = tableOf(leadRows);
const tails = tableOf(tailRows);

/** Source of a pattern for where a word before a number may begin: whole words if they begin with kana, which is everywhere. */
export const leadPattern: string = [...leads]
  .flatMap(([first, words]) => (/[ぁ-んァ-ヶ]/.test(first) ? words.map(([word]) => word) : [first]))
  .join('|');

/** Returns the word at `start` that modifies a number right after it (約, 最大, 月額), longest first, or undefined. */
export function leadAt(text: string, start: number): MarkMatch | undefined {
  const found = longestIn(leads, text, start);
  const denied = found && leadNotAfter[text.slice(start, found.end)];
  return denied?.test(text.slice(Math.max(0, start - 2), start)) ? undefined : found;
}

/** Returns the word at `start` that modifies the number right before it (以上, 近く, を超える), longest first, or undefined. */
export function tailAt(text: string, start: number): MarkMatch | undefined {
  const found = longestIn(tails, text, start);
  const denied = found && tailNotBefore[text.slice(start, found.end)];
  return denied?.test(text.slice(found?.end ?? start, (found?.end ?? start) + 4)) ? undefined : found;
}

/**
 * Returns what the printed numbers and their modifiers allow. 約: 5 %, and at least half the last printed digit; 弱・近く: down to 90 %; 強・余り: up to 110 %. House values: no norm fixes them.
 */
export function allowedBy(stated: Interval, modifiers: readonly Modifier[], printed: number): Interval {
  let { lower, upper } = widened(stated, modifiers, printed);
  // 「最大256,000を超える」: the explicit bound wins over 最大, which then only says what is measured.
  const explicit = modifiers.some((it) => explicitBounds.has(it));
  // 「10%以上〜20%未満」 says how its own ends count.
  if (stated.lower < stated.upper && opensBothWays(modifiers)) return stated;
  for (const modifier of modifiers) {
    if (explicit && (modifier === 'max' || modifier === 'min')) continue;
    if (opensUp.has(modifier)) upper = Infinity;
    if (opensDown.has(modifier)) lower = -Infinity;
  }
  return { lower, upper };
}

function widened(stated: Interval, modifiers: readonly Modifier[], printed: number): Interval {
  let { lower, upper } = stated;
  if (modifiers.includes('about')) [lower, upper] = [lower - slack(lower, printed), upper + slack(upper, printed)];
  if (modifiers.includes('nearly')) lower -= Math.abs(lower) * 0.1;
  if (modifiers.includes('slightlyOver')) upper += Math.abs(upper) * 0.1;
  if (modifiers.includes('plusMinus')) lower = -upper;
  return { lower, upper };
}

/** True if the modifiers leave one side open. */
export function isBound(modifiers: readonly Modifier[]): boolean {
  return modifiers.some((it) => opensUp.has(it) || opensDown.has(it));
}

const explicitBounds: ReadonlySet<Modifier> = new Set<Modifier>(['atLeast', 'moreThan', 'atMost', 'lessThan']);
const opensUp: ReadonlySet<Modifier> = new Set<Modifier>(['atLeast', 'moreThan', 'min']);
const opensDown: ReadonlySet<Modifier> = new Set<Modifier>(['atMost', 'lessThan', 'max', 'within']);

function opensBothWays(modifiers: readonly Modifier[]): boolean {
  return modifiers.some((it) => opensUp.has(it)) && modifiers.some((it) => opensDown.has(it));
}

function slack(value: number, printed: number): number {
  return Math.max(printed / 2, Math.abs(value) * 0.05);
}

function longestIn(table: Table, text: string, start: number): MarkMatch | undefined {
  const words = table.get(text.charAt(start));
  const found = words?.find(([word]) => text.startsWith(word, start));
  return found && { end: start + found[0].length, mark: found[1] };
}

function tableOf(rows: string): Table {
  const entries = rows.trim().split('\n').flatMap(markEntries);
  const table = new Map<string, readonly (readonly [string, Mark])[]>();
  for (const entry of entries.toSorted((a, b) => b[0].length - a[0].length)) {
    const first = entry[0].charAt(0);
    table.set(first, [...(table.get(first) ?? []), entry]);
  }
  return table;
}

/** A row is the modifier or -, the unit of time that it is for each of (or nothing), and the words. */
function markEntries(row: string): readonly (readonly [string, Mark])[] {
  const [head = '', words = ''] = row.split(' : ');
  const [modifier, unit] = head.split(' ');
  const modifiers = modifier === '-' ? [] : [modifier as Modifier];
  const mark: Mark = unit === undefined ? { modifiers } : { modifiers, per: { count: 1, unit } };
  return words.split(' ').map((word) => [word, mark] as const);
}
