import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../src/figures/calendar.ts';
import { quantitiesIn } from '../../src/figures/quantities.ts';
import { secondsOf } from '../../src/figures/units.ts';
import { describeQuantity } from './describe-quantity.ts';

const rows = readFileSync(new URL('quantity-phrases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((it) => it.includes(' | ') && !it.startsWith('#'))
  .map((it) => it.split(' | '));

describe('日本語の数量', () => {
  it('表に300を超える文がある', () => {
    expect(rows.length).toBeGreaterThan(300);
  });

  it.each(rows)('%s', (phrase = '', expected = '') => {
    const found = quantitiesIn(phrase).map(describeQuantity);
    expect(found.length > 0 ? found.join(' ; ') : '-').toBe(expected);
  });

  it('修飾語を含む範囲と、数と単位だけの範囲を分けて返す', () => {
    const text = '売上は約1兆9,500億円以上だった。';
    const [quantity] = quantitiesIn(text);
    expect(quantity?.range).toEqual([3, 15]);
    expect(text.slice(...(quantity?.core ?? [0, 0]))).toBe('1兆9,500億円');
  });

  it('印刷された最後の桁の大きさを返す', () => {
    const digits = (text: string) => quantitiesIn(text).map((it) => [it.printed, it.rounded]);
    expect(digits('3.5万人')).toEqual([[1000, 1000]]);
    expect(digits('30,000人')).toEqual([[1, 10_000]]);
    expect(digits('1兆9,500億円')).toEqual([[1e8, 1e10]]);
    expect(digits('12.50%')).toEqual([[0.01, 0.1]]);
  });

  it('日付の値は1970年1月1日からの日数である', () => {
    const days = (text: string) =>
      quantitiesIn(text).map((it) =>
        [it.value.lower, it.value.upper].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
      );
    expect(days('2024年2月')).toEqual([['2024-02-01', '2024-02-29']]);
    expect(days('2025年度')).toEqual([['2025-04-01', '2026-03-31']]);
    expect(days('2026年3月期')).toEqual([['2025-04-01', '2026-03-31']]);
    expect(days('2025年度第3四半期')).toEqual([['2025-10-01', '2025-12-31']]);
    expect(days('2023年から2030年')).toEqual([['2023-01-01', '2030-12-31']]);
  });

  it('曜日と時間の単位を換算する', () => {
    const dates = quantitiesIn('2025年3月5日、2024年2月29日、2025年2月29日').map((it) => it.date && weekdayOf(it.date));
    expect(dates).toEqual([3, 4, undefined]);
    expect([secondsOf('week'), secondsOf('hour'), secondsOf('JPY')]).toEqual([604_800, 3600, undefined]);
  });

  it('置き換え文字と改行は語を切る', () => {
    expect(quantitiesIn('GPT-\uFFFC4社、3\n5人').map(describeQuantity)).toEqual([
      '4社 = 4 company',
      '3 = 3 none',
      '5人 = 5 person',
    ]);
  });

  it('UTF-16で位置を数える', () => {
    expect(quantitiesIn('𠮷野家は3店舗').map((it) => it.range)).toEqual([[5, 8]]);
  });
});
