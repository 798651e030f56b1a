import type { EngineOptions, Source } from '../archive/lint-articles.ts';
import type { Config } from '../lint/config.ts';
import type { FileResult } from '../lint/finding.ts';
import type { Tools } from '../lint/lint-text.ts';
import type { Result } from '../lint/mistake.ts';

/** What the tools need from outside; everything is asked for anew by each call, for files and time change. */
export interface Deps {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly loadConfig: () => Promise<Result<Config>>;
  /** Absolute paths of the articles that paths, folders and globs name. */
  readonly articleFiles: (patterns: readonly string[]) => Promise<Result<readonly string[]>>;
  readonly source: (filePath: string) => Source;
  readonly engine: (config: Config, signal: AbortSignal) => EngineOptions;
  readonly tools: () => Promise<Tools>;
  /** Drops what the baseline of a configuration knows. */
  readonly baseline: (config: Config) => Result<(results: readonly FileResult[]) => readonly FileResult[]>;
  /** The page of one of our rules, in Markdown. */
  readonly rulePage: (id: string) => string | undefined;
}
