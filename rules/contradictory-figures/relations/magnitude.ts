import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import { partsOverWholesIn } from '../magnitude/parts.ts';
import { misjudgedSharesIn } from '../magnitude/shares.ts';
import type { Relation, Settings } from '../relation.ts';
import { statementsOf } from '../statements.ts';
import { type Whole, wholeOf, wholes } from '../wholes.ts';

/** 「国内500万社の中小企業」: a part that is larger than a well-known whole, or a share of one that does not fit its amount. */
export const magnitude: Relation = {
  id: 'magnitude',
  severity: 'warning',
  description: {
    ja: 'よく知られた全体（GDP、人口、企業数など）より部分のほうが大きいか、全体に占める割合が合わない。',
    en: 'A part is larger than a well-known whole (GDP, population, number of firms), or its share does not fit.',
  },
  find,
};

function* find(figures: readonly Figure[], document: Document, settings?: Settings): Generator<Problem> {
  const known = wholesFor(settings);
  const statements = statementsOf(figures);
  for (const statement of statements) yield* partsOverWholesIn(statement, known, document);
  yield* misjudgedSharesIn(statements, known, document);
}

/** The user's wholes come first: the first one that a text names is used. */
function wholesFor(settings: Settings | undefined): readonly Whole[] {
  const own = (settings?.wholes ?? []).flatMap(({ names, amount }) => wholeOf(names, amount) ?? []);
  return own.length > 0 ? [...own, ...wholes] : wholes;
}
