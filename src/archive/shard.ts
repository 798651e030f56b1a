import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import type { Config } from '../lint/config.ts';
import { environmentHash } from './environment.ts';

/** One of the parts that an archive is split into: the `index`th of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** More parts than this are a slip of the keyboard. */
const MOST_SHARDS = 1000;

/** Reads `I/N` with 1 ≤ I ≤ N ≤ 1000; undefined for anything else. */
export function readShard(written: string): Shard | undefined {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(written)?.map(Number) ?? [];
  if (index === undefined || count === undefined) return undefined;
  return index >= 1 && index <= count && count <= MOST_SHARDS ? { index, count } : undefined;
}

/** Path relative to the configuration, with `/`: the same on every machine. */
export function nameIn(root: string, filePath: string): string {
  return relative(root, filePath).split(sep).join('/');
}

/** Whether an article belongs to a shard: by a hash of its name alone, so that new articles move no others. */
export function isInShard(name: string, { index, count }: Shard): boolean {
  const hash = createHash('sha256').update(name).digest().readUIntBE(0, 6);
  return hash % count === index - 1;
}

/** What the shards of one run must agree in; hashes are hexadecimal. */
export interface Agreement {
  /** Of the configuration as it is written. */
  readonly config: string;
  /** Of the code of koetsu and of all rule packages, and of the tables of Node. */
  readonly environment: string;
  /** Of the names of all articles, in order. */
  readonly articles: string;
}

/** What a run over these articles, named and in order, has to agree in with the others. */
export function agreementOf(config: Config, names: readonly string[]): Agreement {
  return {
    config: configHash(config),
    environment: environmentHash(config),
    articles: hashOf(names),
  };
}

/** Of the configuration as it is written, whatever its place. */
export function configHash({ data }: Pick<Config, 'data'>): string {
  return hashOf(data);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
