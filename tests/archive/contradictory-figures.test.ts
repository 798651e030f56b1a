import { beforeAll, describe, expect, it } from 'vitest';
import { checkAcross } from '../../src/archive/check-across.ts';
import { factsOf } from '../../src/archive/facts.ts';
import { parseDocument } from '../../src/document/parse-document.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import type { Tokenize } from '../../src/text/morphemes.ts';
import { CACHE } from '../support/run.ts';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer({ cacheDirectory: CACHE });
});

/** What is found in articles a.md, b.md …, each of one passage: the article, what is marked, the articles it is compared with. */
function found(...bodies: readonly string[]): string[] {
  const texts = new Map(bodies.map((body, i) => [`/site/${'abcdefghij'[i]}.md`, `## 概要\n\n${body}\n`]));
  const entries = [...texts].map(([filePath, text]) => ({
    filePath,
    facts: factsOf(parseDocument(text, tokenize, filePath)),
  }));
  return [...checkAcross(entries, { root: '/site', locale: 'ja' })].flatMap(([filePath, findings]) =>
    findings
      .filter(({ ruleId }) => ruleId === 'archive/contradictory-figures')
      .map(
        ({ severity, range, related }) =>
          `${severity} ${filePath.slice(6)} ${texts.get(filePath)?.slice(...range)} → ${related
            .map((place) => `${place.filePath?.slice(6)} ${texts.get(place.filePath ?? '')?.slice(...place.range)}`)
            .join(', ')}`,
      ),
  );
}

describe('figures that contradict those of other articles', () => {
  it('are found where subject, attribute, unit and time are the same; the rarer value is marked', () => {
    expect(
      found(
        '青葉電機の2025年の売上高は120億円でした。',
        '発表によると、2025年の青葉電機の売上高は210億円です。',
        '青葉電機の2025年の売上高は約121億円だった。',
      ),
    ).toEqual(['info b.md 210億円 → a.md 120億円, c.md 約121億円']);
  });

  it('are not other subjects, attributes, units, years, regions and bounds', () => {
    const first = '青葉電機の2025年の売上高は120億円でした。';
    for (const other of [
      '白波電機の2025年の売上高は210億円でした。',
      '青葉電機の2025年の営業利益は21億円でした。',
      '青葉電機の2025年の売上高は2億ドルでした。',
      '青葉電機の2024年の売上高は210億円でした。',
      '青葉電機の2025年3月の売上高は21億円でした。',
      '青葉電機の2025年の国内の売上高は21億円でした。',
      '青葉電機の2025年の売上高は210億円以上でした。',
      '青葉電機の2025年の売上高は210億円ではありません。',
      '青葉電機は2025年の売上高210億円を目標に掲げた。',
      '青葉電機の売上高は210億円でした。',
      '同社の2025年の売上高は210億円でした。',
    ])
      expect(found(first, other), other).toEqual([]);
  });

  it('are not quantities with many values, nor values that one article states side by side', () => {
    const revenue = (amount: number): string => `青葉電機の2025年の売上高は${amount}億円でした。`;
    expect(found(revenue(100), revenue(200), revenue(300))).toHaveLength(1);
    expect(found(revenue(100), revenue(200), revenue(300), revenue(400))).toEqual([]);
    expect(found(revenue(100), `${revenue(100)}訂正後は違います。${revenue(200)}`)).toEqual([]);
  });

  it('are one finding a quantity, in time that grows with the number of articles', () => {
    const base = factsOf(parseDocument('# 記事\n', tokenize, '/site/a.md'));
    const facts = (value: number) => ({
      ...base,
      figures: [{ key: 'x', name: 'x', value, surface: String(value), range: [0, 1] as const }],
    });
    const entries = Array.from({ length: 20_000 }, (_, i) => ({
      filePath: `/site/${i}.md`,
      facts: facts(i === 77 ? 2 : 1),
    }));
    const start = performance.now();
    const findings = checkAcross(entries, { root: '/site', locale: 'en' });
    expect([...findings.keys()]).toEqual(['/site/77.md']);
    expect(findings.get('/site/77.md')?.[0]?.related).toHaveLength(5);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
