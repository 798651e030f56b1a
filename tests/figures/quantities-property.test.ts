import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../src/figures/quantities.ts';

interface Printed {
  readonly text: string;
  readonly value: number;
}

const kanji = '〇一二三四五六七八九';
const widen = (it: string) => it.replace(/[0-9.,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** 1億2,345万6,789: groups of four digits, largest first, zero groups left out. */
function grouped(value: number, group: (it: number) => string): string {
  const scales = ['', '万', '億', '兆'];
  const parts = scales.map((scale, i) => [Math.floor(value / 1e4 ** i) % 1e4, scale] as const);
  return parts
    .toReversed()
    .filter(([it]) => it > 0)
    .map(([it, scale]) => group(it) + scale)
    .join('');
}

/** 1234 → 千二百三十四 */
function kanjiGroup(value: number): string {
  return [1000, 100, 10, 1]
    .map((size) => [Math.floor(value / size) % 10, { 1000: '千', 100: '百', 10: '十', 1: '' }[size] ?? ''] as const)
    .filter(([digit]) => digit > 0)
    .map(([digit, name]) => (digit === 1 && name !== '' ? name : kanji.charAt(digit) + name))
    .join('');
}

const whole = fc.integer({ min: 1, max: 9_999_999_999_999 });
const printed: fc.Arbitrary<Printed> = fc.oneof(
  fc.integer({ min: 1, max: 999_999 }).map((value) => ({ text: String(value), value })),
  whole.map((value) => ({ text: value.toLocaleString('en-US'), value })),
  whole.map((value) => ({ text: widen(value.toLocaleString('en-US')), value })),
  whole.map((value) => ({ text: grouped(value, String), value })),
  whole.map((value) => ({ text: grouped(value, (it) => it.toLocaleString('en-US')), value })),
  whole.map((value) => ({ text: grouped(value, kanjiGroup), value })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom(
        ...([
          ['万', 1e4],
          ['億', 1e8],
          ['兆', 1e12],
        ] as const),
      ),
    )
    .map(([tenths, [scale, size]]) => ({
      text: `${(tenths / 10).toFixed(1)}${scale}`,
      value: Number(((tenths / 10) * size).toPrecision(15)),
    })),
);
const unit = fc.constantFrom(
  ...([
    ['人', 'person'],
    ['社', 'company'],
    ['円', 'JPY'],
    ['ドル', 'USD'],
    ['件', 'case'],
    ['台', 'machine'],
    ['倍', 'times'],
    ['時間', 'hour'],
    ['種類', 'kind'],
  ] as const),
);
const lead = fc.constantFrom(
  ...([
    ['', undefined],
    ['約', 'about'],
    ['最大', 'max'],
    ['少なくとも', 'min'],
    ['わずか', 'only'],
  ] as const),
);
const tail = fc.constantFrom(
  ...([
    ['', undefined],
    ['以上', 'atLeast'],
    ['未満', 'lessThan'],
    ['程度', 'about'],
    ['近く', 'nearly'],
  ] as const),
);
const around = fc.constantFrom(
  ['', ''],
  ['売上は', 'だった。'],
  ['（', '）'],
  ['「', '」と'],
  ['A社で\n', '、'],
  ['\uFFFC', '\uFFFC'],
);

describe('数量の性質', () => {
  it('書いた値・単位・修飾・範囲を読み戻す', () => {
    fc.assert(
      fc.property(
        fc.tuple(printed, unit, lead, tail, around),
        ([number, [form, id], [before, first], [after, last], [head = '', rest = '']]) => {
          const surface = before + number.text + form + after;
          const [quantity, ...others] = quantitiesIn(head + surface + rest);
          expect(others).toEqual([]);
          expect(quantity).toMatchObject({
            range: [head.length, head.length + surface.length],
            surface,
            core: [head.length + before.length, head.length + before.length + number.text.length + form.length],
            stated: { lower: number.value, upper: number.value },
            unit: id,
            modifiers: [...new Set([first, last].filter((it) => it !== undefined))],
          });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('範囲の両端を読み戻す', () => {
    const range = fc.record({
      low: fc.integer({ min: 1, max: 900 }),
      step: fc.integer({ min: 1, max: 90 }),
      joint: fc.constantFrom('〜', '～', '~', '-', 'から'),
      unit,
      isTwice: fc.boolean(),
    });
    fc.assert(
      fc.property(range, ({ low, step, joint, unit: [form, id], isTwice }) => {
        const surface = `${low}${isTwice ? form : ''}${joint}${low + step}${form}`;
        const stated = { lower: low, upper: low + step };
        expect(quantitiesIn(`今は${surface}です`)).toMatchObject([{ surface, kind: 'range', stated, unit: id }]);
      }),
    );
  });

  it('どんな文字列でも投げず、順に並び重ならない範囲を返す', () => {
    const pieces = fc.constantFrom(
      ...'0123456789０９.,，、。〜～-−+±▲$€円人社年月日時分秒週割倍%％〇一二三十百千万億兆数何半第約最大以上超弱強台前後からにへまで令和平成元QFHRx/／:：()（）「」# \n\uFFFCA',
      '2025年',
      'GPT-',
      '年度',
      '四半期',
      '分の',
      'あたり',
      'つ目',
      '3月期',
      'ドル',
      'か月',
      'わずか',
      '\ud83d',
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((it) => it.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (it) => {
        let end = 0;
        for (const quantity of quantitiesIn(it)) {
          expect(quantity.range[0]).toBeGreaterThanOrEqual(end);
          expect(quantity.range[1]).toBeGreaterThan(quantity.range[0]);
          expect(quantity.surface).toBe(it.slice(...quantity.range));
          expect(quantity.core[0]).toBeGreaterThanOrEqual(quantity.range[0]);
          expect(quantity.core[1]).toBeLessThanOrEqual(quantity.range[1]);
          expect(
            [
              quantity.stated.lower,
              quantity.stated.upper,
              quantity.value.lower,
              quantity.value.upper,
              quantity.printed,
            ].some(Number.isNaN),
          ).toBe(false);
          end = quantity.range[1];
        }
        expect(end).toBeLessThanOrEqual(it.length);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    '1',
    '一',
    '1,000,',
    '数',
    '〜',
    '1〜',
    '約',
    '年間',
    'A1-',
    '1.',
    '第',
    '過去',
    '2025年',
    '1から',
    '( 1',
    '\n1 ',
    '百',
    'ー3',
    '1分の',
    '最大1',
  ])('「%s」の繰り返しでも時間は長さに比例する', (piece) => {
    const time = (count: number) => {
      const text = piece.repeat(count);
      const start = process.cpuUsage().user;
      quantitiesIn(text);
      return (process.cpuUsage().user - start) / 1000;
    };
    time(2000);
    // Eight times the text: a quadratic reader needs sixty-four times as long.
    expect(time(16_000)).toBeLessThan(24 * time(2_000) + 100);
  });
});
