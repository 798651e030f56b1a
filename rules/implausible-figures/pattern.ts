import type { Document } from '../../src/document/document.ts';
import type { Figure } from '../../src/figures/figure.ts';
import type { Message, Problem, Severity } from '../rule.ts';

/** One way in which a figure can make no sense where it stands. Users switch it off by its id. */
export interface Pattern {
  readonly id: string;
  readonly severity: Severity;
  readonly description: Message;
  /** What an article has of it, in any order. Must be linear in the number of figures. */
  readonly find: (figures: readonly Figure[], document: Document) => Iterable<Problem>;
}
