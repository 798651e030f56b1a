import type { FileResult, Finding } from '../../src/lint/finding.ts';

/** A finding for tests of reports; the parts given replace the usual ones. */
export function finding(parts: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'koetsu/broken-sentences',
    severity: 'error',
    message: '「途中で」で文が切れています。最後まで書いてください。',
    range: [0, 3],
    related: [],
    suggestions: [],
    fingerprint: '0123456789abcdef',
    docs: 'https://example.com/rules/broken-sentences',
    ...parts,
  };
}

/** An article with findings. */
export function article(findings: readonly Finding[], parts: Partial<FileResult> = {}): FileResult {
  return { filePath: 'posts/a.md', text: '途中で\n\n𠮷野家は😀店。\n', findings, ...parts };
}

/** Two articles that need everything a report can show: every severity, fixes, suggestions, related places here and elsewhere, CRLF, a byte order mark. */
export const EVERYTHING: readonly FileResult[] = [
  article([
    finding({ severity: 'info', ruleId: 'ja-technical-writing/no-doubled-joshi', range: [5, 9], fingerprint: 'aa' }),
    finding({
      range: [7, 12],
      fix: { range: [7, 8], text: '野（や）' },
      suggestions: [
        { message: '削除する', edit: { range: [5, 12], text: '' } },
        { message: '付け足す', edit: { range: [12, 12], text: '…' } },
      ],
      related: [
        { range: [0, 3], message: 'もう1つの箇所です。' },
        { filePath: 'posts/b c.md', range: [9, 13], message: '別の記事です。' },
        { filePath: 'posts/unknown.md', range: [9, 13], message: '読んでいない記事です。' },
      ],
    }),
  ]),
  article([finding({ severity: 'warning', range: [1, 13], fingerprint: 'bb' })], {
    filePath: 'posts/b c.md',
    text: '\uFEFF見出し\r\n\r\n二行にまたがる文\r\n',
  }),
  article([], { filePath: 'posts/clean.md', text: '' }),
  article([finding({ ruleId: 'internal-error', range: [0, 0] })], { filePath: '/elsewhere/壊れた.md', text: '' }),
];

/** `count` findings of one article, with different fingerprints. */
export function many(count: number, parts: Partial<Finding> = {}): Finding[] {
  return Array.from({ length: count }, (_, i) => finding({ fingerprint: `f${i}`, ...parts }));
}
