import { lintArticles, type Source } from '../archive/lint-articles.ts';
import type { Config } from '../lint/config.ts';
import type { FileResult } from '../lint/finding.ts';
import { type Result, succeed } from '../lint/mistake.ts';
import type { Deps } from './deps.ts';
import { checkOutput } from './finding-output.ts';
import type { CheckOutput } from './schemas.ts';
import { textSource } from './text-source.ts';

interface Given {
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** The findings of a text. */
export async function checkText(
  { text, path, limit, signal }: Given & { readonly text: string; readonly path?: string | undefined },
  deps: Deps,
): Promise<Result<CheckOutput>> {
  const config = await deps.loadConfig();
  return config.ok ? check([textSource(text, path, deps)], config.value, { limit, signal }, deps) : config;
}

/** The findings of articles: as `koetsu check` has them. */
export async function checkFiles(
  { paths, limit, signal }: Given & { readonly paths: readonly string[] },
  deps: Deps,
): Promise<Result<CheckOutput>> {
  const config = await deps.loadConfig();
  if (!config.ok) return config;
  const files = await deps.articleFiles(paths);
  return files.ok ? check(files.value.map(deps.source), config.value, { limit, signal }, deps) : files;
}

async function check(
  sources: readonly Source[],
  config: Config,
  { limit, signal }: Given,
  deps: Deps,
): Promise<Result<CheckOutput>> {
  const withoutKnown = deps.baseline(config);
  if (!withoutKnown.ok) return withoutKnown;
  const results = await lintAll(sources, config, signal, deps);
  return succeed(checkOutput(results, withoutKnown.value(results), limit));
}

/** The results of articles, from the engine that stops rules which hang. */
export async function lintAll(
  sources: readonly Source[],
  config: Config,
  signal: AbortSignal,
  deps: Deps,
): Promise<FileResult[]> {
  const engine = deps.engine(config, signal);
  const results: FileResult[] = [];
  // For one article, asking the cache takes as long as linting.
  for await (const { filePath, text, findings } of lintArticles(
    sources,
    sources.length > 1 ? engine : { ...engine, cache: undefined },
  )) {
    results.push({ filePath, text, findings });
  }
  return results;
}
