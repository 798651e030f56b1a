import * as v from 'valibot';
import { rules } from '../../../rules/index.ts';
import type { Document } from '../../../src/document/document.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { loadTokenizer } from '../../../src/text/load-tokenizer.ts';
import { shaped } from '../../support/fuzz/shapes.ts';

/** What a process is asked for: a shape, and the sizes in bytes up to which its texts may grow. */
export interface Ask {
  readonly shape: string;
  readonly smallest: number;
  readonly sizes: readonly number[];
}

/** CPU microseconds a byte of each rule, and of the parser, at one size. */
export type Costs = Readonly<Record<string, number>>;

export interface Answer {
  readonly shape: string;
  /** Of texts of the smallest size, after those that warm up. */
  readonly least: Costs;
  /** Of the largest text that the parser gets through in time, in bytes. */
  readonly largest: number;
  readonly most: Costs;
}

/** Other texts than those that are measured, so that the compiler is done. */
const WARM_UP = 4;
/** Texts of the smallest size that are measured together: one alone takes too little time to be measured. */
const SMALL = 8;
/** A larger text is left out where the parser, which is not ours, would take longer: milliseconds. */
const PATIENCE_MS = 4000;

const tokenize = await loadTokenizer({ cacheDirectory: process.env.KOETSU_CACHE ?? '' });
const NOW = new Date('2026-11-01T00:00:00Z');

function microseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Adds up what parser and rules take over texts. */
function measure(texts: readonly string[]): Costs {
  const spent: Record<string, number> = {};
  const add = <T>(name: string, work: () => T): T => {
    const start = microseconds();
    const result = work();
    spent[name] = (spent[name] ?? 0) + microseconds() - start;
    return result;
  };
  for (const text of texts) {
    const document: Document = add('parser', () => parseDocument(text, tokenize, '/site/2024-05-03-a.md'));
    // Once for all rules.
    add('morphemes', () => document.sentences.map((sentence) => document.morphemes(sentence.text)));
    for (const [id, { rule }] of Object.entries(rules))
      add(id, () => [...rule.check(document, v.parse(rule.options, {}), { now: NOW })]);
  }
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return Object.fromEntries(Object.entries(spent).map(([name, time]) => [name, time / bytes]));
}

function answer({ shape, smallest, sizes }: Ask): Answer {
  const small = (count: number, salt: number): string[] =>
    Array.from({ length: count }, (_, i) => shaped(shape, smallest, salt + i * 7919));
  measure(small(WARM_UP, 1_000_000));
  const least = measure(small(SMALL, 2_000_000));
  let [largest, most, parser] = [smallest, least, least.parser ?? 0];
  for (const size of sizes) {
    // As long as the parser grows with the square at most.
    const foreseen = (parser * size * (size / largest)) / 1000;
    if (largest > smallest && foreseen > PATIENCE_MS) break;
    most = measure([shaped(shape, size, 3_000_000 + size)]);
    [largest, parser] = [size, most.parser ?? 0];
  }
  return { shape, least, largest, most };
}

process.on('message', (ask: Ask) => process.send?.(answer(ask)));
process.send?.('ready');
