import * as v from 'valibot';
import type { Document } from '../../src/document/document.ts';
import { figuresIn } from '../../src/figures/figure.ts';
import { overlaps } from '../../src/text/range.ts';
import { defineRule, type RuleModule } from '../define-rule.ts';
import type { Problem, Severity } from '../rule.ts';
import { patterns } from './patterns/all.ts';

const options = v.strictObject({
  disable: v.optional(
    v.pipe(
      v.array(v.picklist(patterns.map((pattern) => pattern.id))),
      v.description('Patterns that are not looked for, by id.'),
      v.metadata({ ja: '検査しない型のid。' }),
    ),
    [],
  ),
});

const module: RuleModule = defineRule({
  id: 'implausible-figures',
  severity: 'error',
  description: {
    ja: 'その場所で意味をなさない数値を見つける。',
    en: 'Flags a figure that makes no sense where it stands.',
  },
  options,
  check,
});

export default module;

const WEIGHT: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

type Judged = Problem & { readonly severity: Severity };

/** One problem a place: where patterns see the same figure, the surest of them speaks. In the order of the file. */
function* check(document: Document, { disable }: v.InferOutput<typeof options>): Generator<Problem> {
  const figures = figuresIn(document);
  const found = patterns
    .filter((pattern) => !disable.includes(pattern.id))
    .flatMap((pattern) =>
      Array.from(pattern.find(figures, document), (problem): Judged => ({ severity: pattern.severity, ...problem })),
    )
    .sort((a, b) => a.range[0] - b.range[0]);
  yield* withoutOverlaps(found);
}

function withoutOverlaps(ordered: readonly Judged[]): Judged[] {
  const kept: Judged[] = [];
  for (const next of ordered) {
    const last = kept.at(-1);
    if (!last || !overlaps(last.range, next.range)) kept.push(next);
    else if (WEIGHT[next.severity] > WEIGHT[last.severity]) kept[kept.length - 1] = next;
  }
  return kept;
}
