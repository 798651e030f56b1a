import type { Range } from '../../src/text/range.ts';
import type { Edit, Message, Problem, Severity } from '../rule.ts';

/** What is said of all artifacts of one kind. */
export interface Kind {
  readonly id: string;
  readonly severity: Severity;
  /** Message templates: `{}` stands for the quoted text. */
  readonly message: Message;
}

/** A pattern that is searched for in the visible text of every block. */
export interface Pattern {
  /** Of its kind. */
  readonly id: string;
  /** The article is searched only if it contains one of these strings; none: always. */
  readonly needles: readonly string[];
  /** Global. Must take time linear in the text. */
  readonly pattern: RegExp;
  /** True for what an article may quote when it writes about such text: found in 「」, links and quotations, it is left alone. */
  readonly quotable?: boolean;
  /** `block`: only if the match is the whole text of a block. `start`: only at the start of a block. */
  readonly where?: 'block' | 'start';
  /** The whole sentence around the match is reported. */
  readonly sentence?: boolean;
  /** The match can be deleted unseen. */
  readonly deletable?: boolean;
}

/** One artifact that was found; the rule makes a problem of it. */
export interface Found {
  readonly id: string;
  readonly range: Range;
  /** What the message quotes, if it is not the text in the range. */
  readonly quote?: string;
  /** Where it is less sure than its kind. */
  readonly severity?: Severity;
  readonly related?: NonNullable<Problem['related']>;
  readonly fix?: Edit;
  readonly suggestions?: NonNullable<Problem['suggestions']>;
}
