import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { EngineOptions, Source } from '../archive/lint-articles.ts';
import { openResultCache } from '../archive/result-cache.ts';
import type { Config } from '../lint/config.ts';
import type { Tools } from '../lint/lint-text.ts';
import { readArticleFile } from '../lint/read-article.ts';
import { cacheDirectory } from '../start/cache-folder.ts';
import { loadTokenizer } from '../text/load-tokenizer.ts';
import { loadDictionary } from '../text/tokenizer/load-dictionary.ts';
import type { Streams } from './streams.ts';

/** More threads than this gain little, for each holds its own rules. */
const MOST_THREADS = 8;
/** Seconds: a long article takes less than one. */
const TIME_LIMIT = 60;

/** Options of the commands that lint many articles, as they are given. */
export interface EngineArguments {
  readonly concurrency?: number;
  /** False for `--no-cache`. */
  readonly cache?: boolean;
  /** Seconds for one article. */
  readonly timeLimit?: number;
}

/** Loads what linting needs; the dictionary comes from the user's cache folder once it was built. */
export async function loadTools({ env, now }: Streams): Promise<Tools> {
  return { tokenize: await loadTokenizer({ cacheDirectory: cacheDirectory(env) }), now };
}

/** What a run over articles works with. */
export function engineOptions(
  config: Config,
  given: EngineArguments,
  streams: Streams,
  signal: AbortSignal | undefined,
): EngineOptions {
  const folder = cacheDirectory(streams.env);
  return {
    config,
    now: streams.now,
    dictionary: () => loadDictionary({ cacheDirectory: folder }),
    concurrency: given.concurrency || Math.min(availableParallelism(), MOST_THREADS),
    timeLimit: (given.timeLimit || TIME_LIMIT) * 1000,
    cache: given.cache === false ? undefined : openResultCache(join(folder, 'results'), streams.now),
    signal,
  };
}

/** A file as an article to lint. */
export function fileSource(filePath: string): Source {
  return { filePath, path: filePath, read: () => readArticleFile(filePath) };
}
