import type { Locale } from '../lint/mistake.ts';
import type { ArchiveRun, ReportArguments } from './archive-reports.ts';
import type { EngineArguments } from './tools.ts';

/** Options of `koetsu archive`, as they are given. */
export interface ArchiveOptions extends EngineArguments, ReportArguments {
  readonly config?: string;
  readonly format: readonly string[];
  readonly stdinJsonl?: boolean;
  /** `I/N`: only this part of the articles, for `koetsu merge`. */
  readonly shard?: string;
  /** File for the results, relative to the working folder. */
  readonly blob?: string;
  readonly locale?: Locale;
}

/** A run of `koetsu archive`. */
export interface Run extends ArchiveRun {
  readonly options: ArchiveOptions;
}
