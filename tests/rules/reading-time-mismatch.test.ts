import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rule from '../../rules/reading-time-mismatch/rule.ts';
import { problemsOf, testRule } from '../support/rule-tester.ts';

const words = (n: number): string => 'あいうえお'.repeat(n / 5);
const article = (value: string, body: string, key = 'reading_time'): string =>
  `---\n${key}: ${value}\n---\n\n${body}\n`;

testRule(rule, {
  valid: [
    { text: article('8', words(4000)), why: 'exactly right' },
    { text: article('20', words(12_205)), why: 'four minutes short, but less than a quarter' },
    { text: article('3', words(500)), why: 'three times as much, but only two minutes off' },
    { text: article('20', words(20_000)), options: { max: 20 }, why: 'the cap of the site' },
    { text: article('1', words(5)), why: 'nobody prints 0' },
    {
      text: article('3', words(5)),
      options: { min: 3, toleranceMinutes: 0, toleranceRatio: 0 },
      why: 'the least value',
    },
    { text: article('"8 min"', words(4000)), why: 'with a unit' },
    { text: article('true', words(40_000), 'read_time'), why: 'the theme computes it' },
    { text: article('', words(40_000)), why: 'no value: another rule says so' },
    { text: article('1', ''), why: 'nothing to read' },
    { text: article('5〜30分', words(4000)), why: 'a span' },
    { text: article('480秒', words(4000)), why: 'another unit' },
    { text: article('3', words(30_000), 'time'), why: 'not a key of the rule' },
    words(30_000),
    { text: article('2', `\`\`\`js\n${words(4000)}\n\`\`\`\n`), options: { codeWeight: 0.25 }, why: 'code is skimmed' },
    { text: article('4', `${'word '.repeat(800)}`), options: { wordsPerMinute: 200 }, why: 'Latin words' },
    { text: article('2', `<div>${words(10_000)}</div>\n\n${words(500)}`), why: 'HTML is not read' },
  ],
  invalid: [
    {
      text: article('8', words(17_700)),
      why: 'the constant of a generator',
      problems: [
        {
          at: '8',
          message: '「reading_time: 8」は本文の長さと合いません（本文17,700字÷毎分500字＝36分）。36に直してください。',
          en: '"reading_time: 8" does not match the length of the body (body of 17,700 characters ÷ 500 a minute = 36 min). Change it to 36.',
          output: article('36', words(17_700)),
        },
      ],
    },
    {
      text: article('"約12分" # 手で計算', words(1000), 'readingTime'),
      why: 'too long; unit, quotes and comment stay',
      problems: [
        {
          at: '"約12分"',
          message:
            '「readingTime: "約12分"」は本文の長さと合いません（本文1,000字÷毎分500字＝2分）。2に直してください。',
          output: article('"約2分" # 手で計算', words(1000), 'readingTime'),
        },
      ],
    },
    {
      text: article('0', words(2000)),
      why: 'zero',
      problems: [
        {
          at: '0',
          message: '「reading_time: 0」は本文の長さと合いません（本文2,000字÷毎分500字＝4分）。4に直してください。',
          output: article('4', words(2000)),
        },
      ],
    },
    {
      text: article('-4', words(2000)),
      why: 'negative',
      problems: [
        {
          at: '-4',
          message: '「reading_time: -4」は本文の長さと合いません（本文2,000字÷毎分500字＝4分）。4に直してください。',
          output: article('4', words(2000)),
        },
      ],
    },
    {
      text: article('未定', words(2000)),
      why: 'no number',
      problems: [
        {
          at: '未定',
          message: '「reading_time: 未定」には分数がありません（本文2,000字÷毎分500字＝4分）。4にしてください。',
          severity: 'warning',
          suggestions: [article('4', words(2000))],
        },
      ],
    },
    {
      text: article('5', words(20_000)),
      options: { max: 20, rounding: 'floor' },
      why: 'the fix keeps to the cap',
      problems: [
        {
          at: '5',
          message:
            '「reading_time: 5」は本文の長さと合いません（本文20,000字÷毎分500字、上限は20分）。20に直してください。',
          output: article('20', words(20_000)),
        },
      ],
    },
    {
      text: article(
        '20',
        `${words(500)}\n\n| 列 |\n|--|\n| ${words(499)} |\n\n\`\`\`\n${words(1000)}\n\`\`\`\n\n![図](a.png)`,
      ),
      options: { tableWeight: 2 },
      why: 'tables, code and images',
      problems: [
        {
          at: '20',
          message:
            '「reading_time: 20」は本文の長さと合いません（（本文500字＋表496字×2＋コード1,000字×0.5）÷毎分500字＋画像1枚×5秒＝5分）。5に直してください。',
        },
      ],
    },
    {
      text: `+++\r\nread_time = 1\r\n+++\r\n\r\n# 𠮷野家😀\r\n\r\n- ${words(2500)}\r\n\r\n> [${words(500)}](https://example.com/a)\r\n`,
      why: 'TOML, CRLF, list, quotation, link, characters outside the BMP',
      problems: [
        {
          at: [17, 18],
          message: '「read_time: 1」は本文の長さと合いません（本文3,004字÷毎分500字＝7分）。7に直してください。',
        },
      ],
    },
  ],
});

describe('the fix', () => {
  it('settles the matter in one step, whatever the options', async () => {
    const options = fc.record({
      charactersPerMinute: fc.integer({ min: 100, max: 1000 }),
      toleranceMinutes: fc.constantFrom(0, 0.5, 2),
      toleranceRatio: fc.constantFrom(0, 0.25),
      rounding: fc.constantFrom('ceil', 'round', 'floor'),
      max: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(options, fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 60 }), async (o, n, m) => {
        const text = article(`${m}`, words(n * 5));
        const [problem] = await problemsOf(rule, { text, options: o });
        const fix = problem?.fix;
        if (!fix) return;
        const fixed = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
        expect(await problemsOf(rule, { text: fixed, options: o })).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
