import * as v from 'valibot';
import type { Document } from '../../src/document/document.ts';
import { figuresIn } from '../../src/figures/figure.ts';
import { defineRule } from '../define-rule.ts';
import type { Problem, Severity } from '../rule.ts';
import { relations } from './relations/all.ts';

const options = v.strictObject({
  disable: v.optional(
    v.pipe(
      v.array(v.picklist(relations.map((relation) => relation.id))),
      v.description('Relations that are not checked, by id.'),
      v.metadata({ ja: '検査しない関係のid。' }),
    ),
    [],
  ),
});

export default defineRule({
  id: 'contradictory-figures',
  severity: 'error',
  description: {
    ja: '同時には成り立たない2つの数値を見つける。',
    en: 'Flags two figures that cannot both be true.',
  },
  options,
  check,
});

const WEIGHT: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

/** One problem a place: where relations agree that a figure is wrong, the surest of them speaks. */
function* check(document: Document, { disable }: v.InferOutput<typeof options>): Generator<Problem> {
  const figures = figuresIn(document);
  const byPlace = new Map<string, Problem & { readonly severity: Severity }>();
  for (const relation of relations) {
    if (disable.includes(relation.id)) continue;
    for (const problem of relation.find(figures, document)) {
      const severity = problem.severity ?? relation.severity;
      const key = problem.range.join('-');
      const known = byPlace.get(key);
      if (!known || WEIGHT[severity] > WEIGHT[known.severity]) byPlace.set(key, { ...problem, severity });
    }
  }
  yield* byPlace.values();
}
