import type { Severity } from '../../lint/finding.ts';
import type { Locale } from '../../lint/mistake.ts';
import type { Range } from '../../text/range.ts';

/** Numbers of the severities in the columns, the severest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** All that the page needs to list, filter and count: one column a property, for a file of 100,000 findings stays small so. */
export interface IndexData {
  readonly locale: Locale;
  readonly version: string;
  /** When the report was made: ISO 8601. */
  readonly made: string;
  readonly rules: readonly { readonly id: string; readonly docs?: string | undefined }[];
  readonly articles: readonly ArticleEntry[];
  readonly messages: readonly string[];
  readonly findings: FindingColumns;
}

export interface ArticleEntry {
  readonly name: string;
  readonly title: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  /** How many of them stand in passages that repeat others of the same article. */
  readonly duplicated: number;
  /** Minutes: as the front matter says, and as the length gives. */
  readonly declared?: number | undefined;
  readonly computed?: number | undefined;
  /** Its findings are numbers `first` to `first + count - 1`. */
  readonly first: number;
  readonly count: number;
  /** False if its text is not in the report. */
  readonly packed: boolean;
}

/** Findings in the order of their articles; every column is equally long. */
export interface FindingColumns {
  readonly article: readonly number[];
  readonly rule: readonly number[];
  readonly severity: readonly number[];
  readonly line: readonly number[];
  readonly message: readonly number[];
  readonly places: readonly number[];
  readonly id: readonly string[];
}

/** The text of one article, and what its findings need besides the index; unpacked when it is looked at. */
export interface ArticleData {
  readonly text: string;
  readonly details: readonly Detail[];
}

export interface Detail {
  readonly range: Range;
  readonly related: readonly { readonly name?: string | undefined; readonly range: Range; readonly message: string }[];
  readonly fix?: { readonly range: Range; readonly text: string } | undefined;
  readonly suggestions: readonly {
    readonly message: string;
    readonly edit: { readonly range: Range; readonly text: string };
  }[];
}

/** The id of the element that holds an article. */
export const articleElement = (article: number): string => `a${article}`;
/** The id of the element that holds the index. */
export const INDEX_ELEMENT = 'index';
