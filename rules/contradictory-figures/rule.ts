import * as v from 'valibot';
import type { Document } from '../../src/document/document.ts';
import { figuresIn } from '../../src/figures/figure.ts';
import { defineRule } from '../define-rule.ts';
import type { Problem, Severity } from '../rule.ts';
import { relations } from './relations/all.ts';
import { wholeOf } from './wholes.ts';

const options = v.strictObject({
  disable: v.optional(
    v.pipe(
      v.array(v.picklist(relations.map((relation) => relation.id))),
      v.description('Relations that are not checked, by id.'),
      v.metadata({ ja: '検査しない関係のid。' }),
    ),
    [],
  ),
  wholes: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          names: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty()),
          amount: v.pipe(v.string(), v.check(isAmount, 'not an amount with its unit, such as 1,200人')),
        }),
      ),
      v.description(
        'More wholes that no part may exceed: the words before an amount that name it, and its size as an article prints it.',
      ),
      v.metadata({ ja: '部分が超えてはならない全体の追加。数値の前に立つ呼び名と、記事に書くとおりの大きさ。' }),
    ),
    [],
  ),
});

function isAmount(text: string): boolean {
  return wholeOf([''], text) !== undefined;
}

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
function* check(document: Document, { disable, wholes }: v.InferOutput<typeof options>): Generator<Problem> {
  const figures = figuresIn(document);
  const byPlace = new Map<string, Problem & { readonly severity: Severity }>();
  for (const relation of relations) {
    if (disable.includes(relation.id)) continue;
    for (const problem of relation.find(figures, document, { wholes })) {
      const severity = problem.severity ?? relation.severity;
      const key = problem.range.join('-');
      const known = byPlace.get(key);
      if (!known || WEIGHT[severity] > WEIGHT[known.severity]) byPlace.set(key, { ...problem, severity });
    }
  }
  yield* byPlace.values();
}
