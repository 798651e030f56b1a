import { describe, expect, it } from 'vitest';
import { patterns } from '../../rules/implausible-figures/patterns/all.ts';
import rule from '../../rules/implausible-figures/rule.ts';
import { problemsOf } from '../support/rule-tester.ts';

/** Pattern, texts that show it (the quotation that the message begins with behind the arrow), and texts beside it that do not. */
const TABLE: Readonly<Record<string, { readonly found: readonly string[]; readonly silent: readonly string[] }>> = {
  'degree-before-share': {
    found: [
      '苗を安くすれば、より70%以上の農家や企業が試せます。→より70%以上の農家',
      '水やりの仕組みがどれだけ60%以上の家庭に届くか。→どれだけ60%以上の家庭',
      'これまでに数80%以上の企業が挑みました。→数80%以上の企業',
      'もっと約90%の人が使うはずです。→もっと約90%の人',
      '畑の市場が、より年率20%以上の成長率を示します。→より年率20%以上の成長率',
      '- 𠮷野さんは、さらに70%以上の人々を集めた。→さらに70%以上の人々',
      '来年は、\r\nより70%以上の会社が使います。→より70%以上の会社',
    ],
    silent: [
      '去年より70%以上の増収です。',
      '水やりにより70%の農家が助かりました。',
      '新型は旧型より30%以上の省エネになります。',
      '総数70%の企業が答えました。',
      'より多くの企業が試せます。',
      '`より70%以上の企業`と書きました。',
    ],
  },
  'stacked-shares': {
    found: ['収穫は前年より40%の200%の増加を示しました。→40%の200%の増加'],
    silent: ['売上の30%の50%が苗です。', '売上の30%の増加', '40%と200%の増加'],
  },
  'decrease-over-all': {
    found: [
      '新しい温室は200%のコスト削減を約束します。→200%のコスト削減',
      '水を最大150%減らせます。→最大150%減ら',
      '300%の虫害（アブラムシ）の削減→300%の虫害（アブラムシ）の削減',
      '手間が250%も減少した。→250%も減少',
      '| 項目 | 効果 |\n|---|---|\n| 水 | 削減率は120%です |→削減率は120%',
    ],
    silent: [
      '手間を100%削減しました。',
      '営業利益は前年比150%減となりました。',
      '湿度は120%に低下したと表示されました。',
      '300%の性能向上と消費電力の削減を実現。',
      '収量が200%増え、手間が30%減少した。',
    ],
  },
  'amountless-noun': {
    found: [
      '献立の200%の見直しが必要です。→200%の見直し',
      '**300%の**刷新だろう。→300%の刷新',
      '年率15%以上の成長潜在力があります。→年率15%以上の成長潜在力',
    ],
    silent: ['業務の30%の刷新を終えました。', '100%の刷新です。', '30%の見直しをします。', '200%の増収です。'],
  },
  'share-over-all': {
    found: [
      '国内シェアは120%です。→国内シェアは120%',
      '130%の農家が使っています。→130%の農家が',
      '正答率: 150%→正答率: 150%',
      '約110%の企業が加わりました。→約110%の企業が',
    ],
    silent: [
      '達成率は120%です。',
      'シェアは前年比120%です。',
      '勝率が150%向上した。',
      '普及率は120%です。',
      '120%の力を出す',
    ],
  },
  'empty-multiple': {
    found: [
      '売上が0倍になりました。→0倍',
      '来場者は1倍に増えました。→1倍に増',
      'ゼロの3倍はいくつでしょう。→ゼロの3倍',
    ],
    silent: ['売上が10倍になりました。', '「〇倍」とうたう広告', '等倍の1倍で撮ります。', '1.0倍から2倍に増えた'],
  },
  'impossible-date': {
    found: ['受付は2026年2月30日までです。→2026年2月30日', '4月31日に開きます。→4月31日', '2025年13月→2025年13月'],
    silent: ['2024年2月29日', '12月31日', '> 2月30日に会おう'],
  },
  'impossible-time': {
    found: [
      '3時75分に集合します。→3時75分',
      '午前25時に始まります。→午前25時',
      '午後3:75に閉めます。→午後3:75',
      '35時に出ます。→35時',
    ],
    silent: ['25時30分から放送します。', '縦横比は16:90です。', '午後15時', '午前12時', '作業に35時間かかる'],
  },
  'impossible-age': {
    found: ['150歳の庭師が教えます。→150歳'],
    silent: ['100歳の庭師', '樹齢千年', 'ゲームの主人公は500歳です。', '亀は150歳です。'],
  },
  'time-per-span': {
    found: ['温室は1日30時間稼働します。→1日30時間', '庭師は週8日働きます。→週8日', '毎日26時間眠る→毎日26時間'],
    silent: [
      '1日24時間稼働',
      '全社で1日30時間の削減になります。',
      '週5日働く',
      '8月1日30時間の連続運転を終えた。',
      '月40時間働く',
    ],
  },
  'recurring-share': {
    found: [
      '70%以上の企業が庭を持ちます。\n\n70%以上の企業が鉢を捨てます。→70%以上の企業',
      'ポンプは300%の性能向上です。\n\n棚は300%の改善です。→300%の性能向上',
    ],
    silent: ['300%の性能向上です。\n\n300%の性能向上と聞きました。'],
  },
  'unsourced-share': {
    found: [
      '土づくりには70%以上の農園や企業が苦労します。→70%以上の農園や企業',
      '---\ntitle: 80%以上の家庭が試した肥料\n---\n→80%以上の家庭',
    ],
    silent: [
      '園芸協会の調査では、70%以上の家庭が鉢を持ちます。',
      '全国の農家に尋ねたアンケートです。70%以上の家庭が鉢を持ちます。',
      '70%以上の家庭が鉢を持ちます[^1]。\n\n[^1]: 園芸協会',
      '[70%以上の家庭](https://example.com)が鉢を持ちます。',
      '70%以上の組合員の賛成で決まります。',
      '70%の家庭が鉢を持ちます。',
      '7割の家庭が鉢を持ちます。',
      '| 70%以上の家庭 |\n|---|\n| 鉢 |',
    ],
  },
};

describe.each(Object.entries(TABLE))('%s', (id, { found, silent }) => {
  const disable = patterns.map((pattern) => pattern.id).filter((other) => other !== id);

  it.each(found)('finds %s', async (line) => {
    const [text = '', quoted] = line.split('→');
    const [first] = await problemsOf(rule, { text, options: { disable } });
    expect(first?.message.ja).toContain(`「${quoted}」`);
  });

  it.each(silent)('leaves %s', async (text) => {
    expect(await problemsOf(rule, { text, options: { disable } })).toEqual([]);
  });

  it.each(found)('can be switched off: %s', async (line) => {
    const problems = await problemsOf(rule, {
      text: line.split('→')[0] ?? '',
      options: { disable: [id, ...OVERLAPPING] },
    });
    expect(problems).toEqual([]);
  });
});

/** Patterns that see the same figures. */
const OVERLAPPING = ['degree-before-share', 'recurring-share', 'unsourced-share', 'amountless-noun'];

describe('implausible-figures', () => {
  it('has a table for every pattern', () => {
    expect(Object.keys(TABLE).sort()).toEqual(patterns.map((pattern) => pattern.id).sort());
  });

  it('reports a figure once, by the surest pattern', async () => {
    const text = 'より70%以上の企業が使い、70%以上の企業が捨てます。より70%以上の企業が残ります。';
    const ids = (await problemsOf(rule, { text })).map((problem) => problem.severity);
    expect(ids).toEqual(['error', 'warning', 'error']);
  });

  it('suggests what the percentage stood for', async () => {
    const text = '水をより70%以上の家庭に届けます。';
    const [problem] = await problemsOf(rule, { text });
    const edit = problem?.suggestions?.[0]?.edit;
    expect(edit && text.slice(0, edit.range[0]) + edit.text + text.slice(edit.range[1])).toBe(
      '水をより多くの家庭に届けます。',
    );
  });
});
