import { folderWith } from '../support/folder.ts';

/** A rule that hangs, dies or reports, as the text asks for. It is a package that koetsu does not know. */
const NAUGHTY = `
module.exports = (context) => ({
  [context.Syntax.Document](node) {
    const text = context.getSource();
    if (text.includes('HANG')) for (;;);
    if (text.includes('BACKTRACK')) /^(a+)+$/.test('a'.repeat(40) + 'b');
    if (text.includes('EXIT')) process.exit(0);
    if (text.includes('LATER')) setTimeout(() => { throw new Error('later'); }, 0);
    if (text.includes('THROW')) throw new Error('thrown');
    if (text.includes('NEVER')) return new Promise(() => {});
    if (process.env.KOETSU_TEST_LOG) require('node:fs').appendFileSync(process.env.KOETSU_TEST_LOG, text);
    if (text.includes('SLOW')) { const end = Date.now() + 100; while (Date.now() < end); }
    context.report(node, new context.RuleError('seen', { index: 0 }));
  },
});
`;

/** Files of a site whose only rule is the naughty one. */
export const NAUGHTY_RULE: Readonly<Record<string, string>> = {
  '.textlintrc.json': '{ "rules": { "preset-koetsu": false, "naughty": true } }',
  'node_modules/textlint-rule-naughty/package.json': '{ "name": "textlint-rule-naughty", "version": "1.0.0" }',
  'node_modules/textlint-rule-naughty/index.js': NAUGHTY,
};

/** An article with something to find: a cut sentence, a repeated passage, a wrong reading time. */
function article(i: number): string {
  const sentences = Array.from(
    { length: 12 },
    (_, j) => `第${i}回の${j}番目の話は、駅から${i + j}分の店で聞いたものです。`,
  );
  const body = [...sentences, sentences[3], sentences[4], sentences[5]].join('');
  return `---\ntitle: "店の話${i}"\ndate: 2026-01-${String((i % 28) + 1).padStart(2, '0')}\nreading_time: 30\n---\n\n## 話\n\n${body}\n\n店主によると、これから\n`;
}

/** A site of so many articles with koetsu's own rules. */
export function siteOf(count: number, more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const articles = Array.from({ length: count }, (_, i) => [`a${String(i).padStart(3, '0')}.md`, article(i)] as const);
  return folderWith({
    '.textlintrc.json': '{ "rules": { "preset-koetsu": true } }',
    ...Object.fromEntries(articles),
    ...more,
  });
}
