import type { CalendarDate } from '../../../src/figures/quantity.ts';
import type { Pattern } from '../pattern.ts';
import { isQuoted } from '../surroundings.ts';

/** 2月30日, 13月, 平成40年. */
export const impossibleDate: Pattern = {
  id: 'impossible-date',
  severity: 'error',
  description: { ja: '暦にない日付が書かれている。', en: 'A date that no calendar has.' },
  *find(figures) {
    for (const figure of figures) {
      const { date, until, surface } = figure.quantity;
      const wrong = [date, until].find((it) => it?.impossible);
      if (!wrong || isQuoted(figure)) continue;
      yield {
        range: figure.range,
        message: {
          ja: `「${surface}」は暦にない日付です（${reasonJa(wrong)}）。正しい日付に直してください。`,
          en: `"${surface}" is no date (${reasonEn(wrong)}). Write the right one.`,
        },
      };
    }
  },
};

function reasonJa({ year, month, day, era }: CalendarDate): string {
  if (month !== undefined && (month < 1 || month > 12)) return '月は1〜12月';
  if (month !== undefined && day !== undefined) return `${month}月は${lastDay(month, year)}日まで`;
  return era ? `${era.name}に${era.year}年はない` : '存在しない年月日';
}

function reasonEn({ year, month, day, era }: CalendarDate): string {
  if (month !== undefined && (month < 1 || month > 12)) return 'months run from 1 to 12';
  if (month !== undefined && day !== undefined) return `month ${month} has ${lastDay(month, year)} days`;
  return era ? `${era.name} had no year ${era.year}` : 'no such year, month or day';
}

function lastDay(month: number, year = 2024): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
