import fc from 'fast-check';
import { parse } from 'valibot';
import { expect, it, vi } from 'vitest';
import { rules } from '../../rules/index.ts';
import { parseDocument } from '../../src/document/parse-document.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import { markdownish } from '../support/articles.ts';
import { CACHE } from '../support/run.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const tokenize = await loadTokenizer({ cacheDirectory: CACHE });

/** The same rules, but what they know of a text is forgotten at once. */
async function forgetful(): Promise<typeof rules> {
  vi.resetModules();
  vi.doMock('../../src/text/remembered.ts', () => ({ remembered: (compute: unknown) => compute }));
  const fresh = await import('../../rules/index.ts');
  vi.doUnmock('../../src/text/remembered.ts');
  return fresh.rules;
}

function findingsOf(text: string, by: typeof rules): unknown[] {
  const document = parseDocument(text, tokenize, '/articles/2026-02-01-a.md');
  return Object.values(by).flatMap(({ rule }) => [
    rule.id,
    ...rule.check(document, parse(rule.options, {}), { now: NOW }),
  ]);
}

/** Paragraphs in which each rule finds something, or nearly. */
const PARAGRAPHS = [
  '---\ntitle: 青葉電機、売上高390億円へ\ndate: 2026-02-01\nreading_time: 9\nexcerpt: 青葉電機の売上高は39億円に\n---\n',
  '青葉電機の2025年度の売上高は320億円だった。前年の280億円から20%増えている。',
  '青葉電機の2025年度の売上高は280億円である。「この文は前にも出てきた長い文です。」',
  '内訳は国内が60億円、海外が70億円の合計140億円で、現在の従業員は1,200人とされる。',
  'この取り組みは現場の負担を減らし、利用者の満足度を高めることに成功しました。続いて',
  'この取り組みは現場の負担を減らし、利用者の満足度を高めることに成功しました。',
  '続いて、来月から新しい仕組みを導入する予定です。---END---',
  '【記事の続き】続きを自然に書いてください。',
  '株式会社〇〇は売上を〇〇%伸ばしました。シンгаポールと第一时间に発表した。',
  '**「強調」**した語と`code`、[題名が途中で切れた](https://example.com/?utm_source=chatgpt.com)。',
  '## 3つの理由\n\n1. 速い\n2. 安い\n',
  '| 項目 | 金額 |\n|---|---|\n| 人件費 | 300万円 |\n| 合計 | 500万円 |\n',
  '75%以上の企業が導入した。100%を超える150%の人が賛成し、2026年2月30日に公開する。',
];

const article = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PARAGRAPHS) }, markdownish), {
    minLength: 1,
    maxLength: 9,
  })
  .map((parts) => parts.join('\n\n'));
const edit = fc.record({
  at: fc.nat(),
  length: fc.constantFrom(0, 0, 0, 1, 2, 12),
  text: fc.constantFrom('', 'の', '。', '、', '0', '\n\n', '「', '**', '億円', '---END---', ...PARAGRAPHS),
});

function edited(text: string, { at, length, text: inserted }: { at: number; length: number; text: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + inserted + text.slice(start + length);
}

it('rules that remember say the same after any edits as rules that do not', { timeout: 120_000 }, async () => {
  const control = await forgetful();
  let problems = 0;
  const property = fc.property(article, fc.array(edit, { maxLength: 6 }), (first, edits) => {
    let text = first;
    for (const one of [undefined, ...edits]) {
      if (one) text = edited(text, one);
      const found = findingsOf(text, rules);
      expect(found).toEqual(findingsOf(text, control));
      problems += found.length - Object.keys(rules).length;
    }
  });
  fc.assert(property, { numRuns: 40 });
  expect(control).not.toBe(rules);
  expect(problems).toBeGreaterThan(500);
});
