import type { Document } from '../../src/document/document.ts';
import type { Figure } from '../../src/figures/figure.ts';
import type { Message, Problem, Severity } from '../rule.ts';

/** What users add to the relations' own tables. */
export interface Settings {
  readonly wholes: readonly { readonly names: readonly string[]; readonly amount: string }[];
}

/** One way in which figures can contradict one another. Users switch it off by its id. */
export interface Relation {
  readonly id: string;
  readonly severity: Severity;
  readonly description: Message;
  /** Contradictions in an article; each shows its arithmetic. Must be linear in the number of figures. */
  readonly find: (figures: readonly Figure[], document: Document, settings?: Settings) => Iterable<Problem>;
}
