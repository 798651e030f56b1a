import type { Config } from '../lint/config.ts';
import type { Edit, Finding } from '../lint/finding.ts';
import type { Article, InstalledPart, OwnPart } from '../lint/lint-text.ts';
import type { Locale, Result } from '../lint/mistake.ts';
import type { Settings } from '../lint/settings.ts';
import type { Range } from '../text/range.ts';
import type { Taken } from './archive-index.ts';
import type { Accepted, Addition, Known } from './baseline-tasks.ts';
import type { Facts } from './facts.ts';

/** A checked configuration as it travels between threads: each checks and loads it again, once for each `id`. */
export interface ConfigData extends Pick<Config, 'file' | 'root' | 'data'> {
  readonly id: string;
  readonly settings: Settings;
  readonly locale: Locale;
}

/** What every task about an article needs. */
interface OfArticle {
  readonly article: Article;
  readonly config: ConfigData;
  readonly now: Date;
}

/** What a worker can be asked for. */
export type Task =
  /** Reads and checks the configuration for a folder; `standard`: the default one, whatever lies there. */
  | { readonly kind: 'config'; readonly folder: string; readonly file?: string; readonly standard?: boolean }
  /** The baseline in force; `edited`: its text in the editor, where that is another one than on disk. */
  | { readonly kind: 'baseline'; readonly config: ConfigData; readonly edited: string | undefined }
  /** The edits that add entries to the baseline. */
  | ({ readonly kind: 'accept'; readonly config: ConfigData } & Addition)
  /** The findings of our own rules, and what else is shown of an article. */
  | ({ readonly kind: 'ours' } & OfArticle)
  /** What the installed rules say alone. */
  | ({ readonly kind: 'installed' } & OfArticle)
  /** All findings, of what `ours` and `installed` gave. */
  | ({ readonly kind: 'assemble'; readonly own: OwnPart; readonly installed: InstalledPart } & OfArticle)
  /** All findings: those of `lintText`, in one go. */
  | ({ readonly kind: 'all' } & OfArticle)
  /** The text after the safe fixes. */
  | ({ readonly kind: 'fix' } & OfArticle)
  /** Which edits, each alone, change nothing but what they touch. */
  | ({ readonly kind: 'harmless'; readonly edits: readonly Edit[] } & OfArticle)
  /** What is known of the figure at an offset. */
  | ({ readonly kind: 'figure'; readonly offset: number } & OfArticle)
  /** Reads articles of the archive for a moment; `anew`: looks first which ones came, went or changed. */
  | { readonly kind: 'facts'; readonly config: ConfigData; readonly anew: boolean }
  /** The findings across the articles of the archive: of the open ones, or of `every` one. */
  | {
      readonly kind: 'across';
      readonly config: ConfigData;
      readonly open: readonly Article[];
      readonly every: boolean;
    };

/** What each kind of task gives. */
export interface Answers {
  readonly config: Result<Omit<ConfigData, 'id'>>;
  readonly baseline: Result<Known>;
  readonly accept: Result<Accepted>;
  readonly ours: Ours;
  /** Undefined where filter rules of the user need our findings: then only `all` can tell. */
  readonly installed: InstalledPart | undefined;
  readonly assemble: readonly Finding[];
  readonly all: readonly Finding[];
  readonly fix: string;
  readonly harmless: readonly boolean[];
  readonly figure: Explained | undefined;
  readonly facts: Taken;
  /** By path; undefined until all articles have been read. */
  readonly across: ReadonlyMap<string, readonly Finding[]> | undefined;
}

/** `findings` is undefined where they cannot be told before all rules have run: filter rules of the user may drop some. */
export interface Ours {
  readonly findings: readonly Finding[] | undefined;
  readonly own: OwnPart;
  readonly facts: Facts;
}

/** A part of the article and what is said of it, in Markdown. */
export interface Explained {
  readonly range: Range;
  readonly text: string;
}
