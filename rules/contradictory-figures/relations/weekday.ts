import type { Document } from '../../../src/document/document.ts';
import { weekdayOf } from '../../../src/figures/calendar.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { CalendarDate } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { publicationYear } from '../article-year.ts';
import type { Relation } from '../relation.ts';

/** 「2026年3月5日(月)」: a date that falls on another day of the week. */
export const weekday: Relation = {
  id: 'weekday',
  severity: 'error',
  description: { ja: '日付と曜日が合わない。', en: 'A date falls on another day of the week.' },
  find,
};

const JA = ['日', '月', '火', '水', '木', '金', '土'];
const EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function* find(figures: readonly Figure[], document: Document): Generator<Problem> {
  const published = publicationYear(document);
  for (const figure of figures) {
    const { date } = figure.quantity;
    if (date?.weekday === undefined || date.day === undefined || date.impossible || date.relative) continue;
    if (date.year !== undefined) yield* check(figure, date, date.weekday);
    else if (published !== undefined && ![-1, 0, 1].some((step) => fallsOn(date, published + step)))
      yield* check(figure, { ...date, year: published }, date.weekday);
  }
}

function fallsOn(date: CalendarDate, year: number): boolean {
  return weekdayOf({ ...date, year }) === date.weekday;
}

function* check(figure: Figure, date: CalendarDate, printed: number): Generator<Problem> {
  const real = weekdayOf(date);
  if (real === undefined || real === printed) return;
  const day = `${date.year}年${date.month}月${date.day}日`;
  const { text, at } = figure;
  const mark = text.slice(...at).lastIndexOf(JA[printed] ?? '');
  // The last 「日」 of 「3月1日(日)」 is the day of the week; where it is not found nothing can be offered.
  const start = mark < 0 ? undefined : at[0] + mark;
  yield {
    range: figure.range,
    message: {
      ja: `${day}は${JA[real]}曜日です。「${figure.quantity.surface}」の日付か曜日を直してください。`,
      en: `${date.year}-${date.month}-${date.day} is a ${EN[real]}, not a ${EN[printed]} as in "${figure.quantity.surface}". Correct the date or the day.`,
    },
    ...(start === undefined
      ? {}
      : {
          suggestions: [
            {
              message: { ja: `「${JA[real]}」に直す`, en: `Replace by "${JA[real]}"` },
              edit: { range: figure.rangeOf(start, start + 1), text: JA[real] ?? '' },
            },
          ],
        }),
  };
}
