import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse-document.ts';
import { attributeAtEnd, attributeAtStart, attributeIn } from '../../src/figures/attributes.ts';
import { figuresIn } from '../../src/figures/figure.ts';
import { meaningOf } from '../../src/figures/meaning.ts';
import { sectionOf } from '../../src/figures/surroundings.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import { markdownish } from '../support/articles.ts';

const tokenize = await loadTokenizer();

/** `subject | attribute | time | modality` of the figure that an article prints as `surface`. */
function meaning(text: string, surface: string): string {
  const document = parseDocument(text, tokenize, undefined);
  const figure = figuresIn(document).find((it) => it.quantity.surface === surface);
  if (!figure) throw new Error(`no figure «${surface}»: ${figuresIn(document).map((it) => it.quantity.surface)}`);
  const { subject, attribute, time, modality } = meaningOf(figure, document);
  return [subject ?? '-', attribute?.id ?? '-', time?.surface ?? '-', modality].join(' | ');
}

const TABLE = '| 企業 | 評価額 |\n|---|---|\n| 青葉電機 | 390億円 |\n';
const TURNED = '| 項目 | 青葉電機 |\n|---|---|\n| 売上高 | 12億円 |\n';

describe('meaningOf', () => {
  it.each([
    ['青葉電機の評価額が390億円に達した。', '390億円', '青葉電機 | valuation | - | stated'],
    ['青葉電機の390億円という評価額は大きい。', '390億円', '青葉電機 | valuation | - | stated'],
    ['青葉電機は2025年度に売上高320億円を上げた。', '320億円', '青葉電機 | revenue | 2025年度 | stated'],
    [
      '世界のロボット市場規模は、2024年の30億ドルから増えた。',
      '30億ドル',
      '世界のロボット | market-size | 2024年 | stated',
    ],
    [
      'Orbis Cloudの評価額は前回の26億ドルから一気に390億ドルへ跳ね上がった。',
      '390億ドル',
      'Orbis Cloud | valuation | - | stated',
    ],
    ['青葉電機の従業員数は1,200人で、売上高は98億円だ。', '98億円', '青葉電機 | revenue | - | stated'],
    [
      '植物工場の市場規模は2030年までに8,000億円になると予測される。',
      '8,000億円',
      '植物工場 | market-size | 2030年 | forecast',
    ],
    ['青葉電機は売上高500億円を目標に掲げる。', '500億円', '青葉電機 | revenue | - | target'],
    ['仮に費用が300万円だとすると、高い。', '300万円', '- | cost | - | assumption'],
    ['青葉電機の発表によると、利用者数は40万人だ。', '40万人', '- | users | - | quotation'],
    ['青葉電機の売上高は90億円ではなく80億円だ。', '90億円', '青葉電機 | revenue | - | negation'],
    ['前年同期の売上高は45億円だった。', '45億円', '前年同期 | revenue | 前年同期 | stated'],
    [TABLE, '390億円', '青葉電機 | valuation | - | stated'],
    [TURNED, '12億円', '青葉電機 | revenue | - | stated'],
    ['---\ntitle: 青葉電機、評価額390億円へ\n---\n\n本文。', '390億円', '- | valuation | - | stated'],
    ['- **𠮷田商店**：年商 3億円', '年商 3億円', '- | revenue | - | stated'],
    ['青葉電機の2025年度の売上高は約320億円だ。', '約320億円', '青葉電機 | revenue | 2025年度 | stated'],
    ['青葉電機の売上高は2025年度に伸びた。', '2025年度', '- | - | - | stated'],
    ['利用者は10万人（月額1,200円）だ。', '月額1,200円', '- | running-cost | - | stated'],
    ['3つある。', '3つ', '- | - | - | stated'],
  ])('%s → %s', (text, surface, expected) => {
    expect(meaning(text, surface)).toBe(expected);
  });

  it('is the same object when it is asked for again', () => {
    const document = parseDocument('売上高は3億円。', tokenize, undefined);
    const [figure] = figuresIn(document);
    expect(figure && meaningOf(figure, document)).toBe(figure && meaningOf(figure, document));
  });

  it('never throws', () => {
    fc.assert(
      fc.property(markdownish, (text) => {
        const document = parseDocument(`${text}\n\n売上高は3億円。`, tokenize, undefined);
        for (const figure of figuresIn(document)) meaningOf(figure, document);
      }),
      { numRuns: 60 },
    );
  });
});

describe('sectionOf', () => {
  it('gives the headings above, outermost first', () => {
    const document = parseDocument('# 決算\n\n## 国内\n\n売上高は3億円。\n\n## 海外\n\n4億円。', tokenize, undefined);
    expect(figuresIn(document).map((figure) => sectionOf(figure, document))).toEqual([
      ['決算', '国内'],
      ['決算', '海外'],
    ]);
  });
});

describe('attributes', () => {
  it('prefers the longest word', () => {
    expect(attributeAtEnd('昨年の最終赤字')).toEqual({ id: 'loss', name: '赤字', word: '最終赤字' });
    expect(attributeAtStart('売上高の伸び')?.word).toBe('売上高');
    expect(attributeIn('月額費用（税別）')?.id).toBe('running-cost');
    expect(attributeIn('')).toBeUndefined();
  });
});
