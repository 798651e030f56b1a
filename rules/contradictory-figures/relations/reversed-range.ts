import { daysOf } from '../../../src/figures/calendar.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import type { Relation } from '../relation.ts';
import { after, before, statementsOf } from '../statements.ts';

/** 「50〜30%」「2030年〜2025年」: a range whose end lies before its start. */
export const reversedRange: Relation = {
  id: 'reversed-range',
  severity: 'warning',
  description: { ja: '範囲の始まりが終わりより大きい。', en: 'A range ends before it starts.' },
  find,
};

/** A way down, or back in time, is printed from high to low. */
const DOWN = /減|低|下|落|短縮|縮|降(?!水|雨|雪)|逆|遡|さかのぼ|戻|カウントダウン|割引|高い順|→/;
const NO_RANGE: readonly string[] = ['date', 'clock', 'temperature', 'number', 'digits', 'age'];

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { figures: row } of statementsOf(figures)) {
    for (const figure of row) {
      const { quantity } = figure;
      if (quantity.kind !== 'range' || quantity.role !== 'cardinal' || !(isReversed(figure) || isReversedDate(figure)))
        continue;
      if (DOWN.test(before(figure, 16)) || DOWN.test(after(figure, 16))) continue;
      yield {
        range: figure.range,
        message: {
          ja: `範囲「${quantity.surface}」は始まりと終わりが逆です。入れ替えるか、値を直してください。`,
          en: `The range "${quantity.surface}" ends before it starts. Swap its ends or correct them.`,
        },
      };
    }
  }
}

function isReversed({ quantity }: Figure): boolean {
  const { stated, dimension, surface } = quantity;
  if (NO_RANGE.includes(dimension) || stated.lower <= stated.upper || stated.upper <= 0) return false;
  // 1/5〜1/10, and what a hyphen joins, is often no range: 2024-27, 90-60-90.
  return /[〜～]/.test(surface) && !/[/／分]/.test(surface);
}

function isReversedDate({ quantity }: Figure): boolean {
  const { date, until, surface } = quantity;
  // Both years are printed in full: the 25日 of 「9月23日から25日」 lends its year.
  if (!date || !until || (surface.match(/[12][0-9]{3}/g)?.length ?? 0) < 2) return false;
  const [start, end] = [daysOf(date).lower, daysOf(until).upper];
  return Number.isFinite(start) && Number.isFinite(end) && start > end;
}
