import type { GenericSchema, InferOutput } from 'valibot';
import type { Document } from '../src/document/document.ts';
import type { Range } from '../src/text/range.ts';

/** What is said of a finding, in both languages: what was found, quoted, and what to do; one sentence each. */
export interface Message {
  readonly ja: string;
  readonly en: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** Replaces the characters of `range` by `text`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A change that the author may choose; several may exclude one another. Never applied by `--fix`. */
export interface Suggestion {
  readonly message: Message;
  readonly edit: Edit;
}

/** A second place that a finding is about. */
export interface Related {
  readonly range: Range;
  readonly message: Message;
}

/** One thing that a rule found. */
export interface Problem {
  /** Never empty. */
  readonly range: Range;
  readonly message: Message;
  /** Where the rule is less sure than usual: weaker than the severity of the rule. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** Only where applying it unseen is certain to be right. */
  readonly fix?: Edit;
  readonly suggestions?: readonly Suggestion[];
}

/** What a rule cannot see in the text. */
export interface Circumstances {
  /** The time of the check: dates after it lie in the future. What a rule says otherwise in the year 9999 is not cached. */
  readonly now: Date;
}

type OptionsSchema = GenericSchema<unknown, object>;

/** A rule of one article: a pure function from the document to problems, and what users are told about it. */
export interface Rule<S extends OptionsSchema = OptionsSchema> {
  /** Kebab-case, reads as «allow ID». */
  readonly id: string;
  readonly severity: Severity;
  /** One line for lists of rules. */
  readonly description: Message;
  /** Strict valibot object, every key with a default and a description: `{}` must parse. */
  readonly options: S;
  /** Problems in any order. Must not throw, whatever the text. */
  readonly check: (document: Document, options: InferOutput<S>, circumstances: Circumstances) => Iterable<Problem>;
}
