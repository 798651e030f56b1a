import { createRequire } from 'node:module';
import { TextlintKernel } from '@textlint/kernel';
import { moduleInterop } from '@textlint/module-interop';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import type { TextlintFilterRuleReporter, TextlintPluginCreator, TextlintRuleReporter } from '@textlint/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse-document.ts';
import { applySuppressions, suppressionsIn } from '../../src/lint/suppressions.ts';
import { configWith, lint, wordRule } from '../support/lint.ts';

// It has no types.
const comments: unknown = createRequire(import.meta.url)('textlint-filter-rule-comments');
const kernel = new TextlintKernel();
const PLUGINS = [{ pluginId: 'markdown', plugin: moduleInterop(markdownPlugin) as unknown as TextlintPluginCreator }];
const FILTERS = [
  { ruleId: 'comments', rule: moduleInterop(comments) as unknown as TextlintFilterRuleReporter, options: true },
];

/** Reports every other character, and stretches of seven. */
const everywhere: TextlintRuleReporter = ({ Syntax, RuleError, locator, report, getSource, id }) => ({
  [Syntax.Document](node) {
    for (let at = 0; at < getSource().length; at += 2) {
      report(node, new RuleError(id, { padding: locator.range([at, at + (at % 3 === 0 ? 7 : 1)]) }));
    }
  },
});

const RULES = ['a', 'p/a', 'p/b'].map((ruleId) => ({ ruleId, rule: everywhere, options: true }));

async function messagesOf(text: string, filterRules: typeof FILTERS): Promise<string[]> {
  const { messages } = await kernel.lintText(text, { ext: '.md', plugins: PLUGINS, rules: RULES, filterRules });
  return messages.map(({ ruleId, range }) => `${ruleId} ${range.join('-')}`);
}

function suppressed(text: string, messages: readonly string[]): string[] {
  const findings = messages.map((message) => {
    const [ruleId = '', start, end] = message.split(/[ -]/);
    return { ruleId, range: [Number(start), Number(end)] as const };
  });
  // Only the whole names: that a name without preset suffices is our own.
  const suppressions = suppressionsIn(parseDocument(text, () => []));
  const exact = suppressions.flatMap((suppression) =>
    suppression.ruleIds.includes('a') ? [{ ...suppression, ruleIds: ['/a'] }] : [suppression],
  );
  const named = findings.map((finding) => (finding.ruleId === 'a' ? { ...finding, ruleId: '//a' } : finding));
  return applySuppressions(named, exact).kept.map(
    ({ ruleId, range }) => `${ruleId.replace('//', '')} ${range.join('-')}`,
  );
}

const directive = fc
  .tuple(
    fc.constantFrom('disable', 'disable', 'enable'),
    fc.constantFrom('', '', ' a', ' p/a', ' p/b,a', ' a, a', ' p/a , p/b', ',', ' no-such'),
    fc.constantFrom('', '', ' -- 理由', ' --理由', '--', ' -- a -- b'),
  )
  .map(([verb, names, reason]) => `<!-- textlint-${verb}${names}${reason} -->`);

const article = fc
  .array(
    fc.oneof(
      directive,
      fc.constantFrom(
        '\n\n',
        '\n',
        '\n\n',
        '本文です。',
        'あ',
        '`',
        '```\n',
        '> ',
        '- ',
        '**',
        '<div>',
        '</div>',
        '<b>',
        '\n\n| a |\n|-|\n| <!-- textlint-disable a --> |\n\n',
      ),
      fc.constantFrom('\n\n<!-- textlint-disable a\n-->\n\n', '<!--textlint-disable-->', '<!-- 注 -->', '<!-- a -->\n'),
    ),
    { maxLength: 14 },
  )
  // Not from the first character on: there the filter takes an `enable` in the same HTML for none.
  .map((parts) => `前\n\n${parts.join('')}`);

/** Within a line, textlint's older Markdown parser takes `<!-- a -- b -->` for no comment; as a block of its own it does. */
function isReadAlike(text: string): boolean {
  const { blocks, comments: read } = parseDocument(text, () => []);
  const isBlock = (start: number): boolean => blocks.some(({ kind, range }) => kind === 'html' && range[0] === start);
  return read.every((comment) => !comment.text.includes('--') || isBlock(comment.html[0]));
}

describe('suppressions', () => {
  it('drop the same messages as textlint-filter-rule-comments', async () => {
    await fc.assert(
      fc.asyncProperty(article.filter(isReadAlike), async (text) => {
        expect(suppressed(text, await messagesOf(text, []))).toEqual(await messagesOf(text, FILTERS));
      }),
      { numRuns: 150, seed: 20261101 },
    );
  });

  it.each<[why: string, text: string, found: string[]]>([
    ['all rules', '<!-- textlint-disable -->\n\n悪\n\n<!-- textlint-enable -->\n\n悪', ['koetsu/word 56']],
    ['one rule', '<!-- textlint-disable koetsu/word -->\n\n悪', []],
    ['one rule without its preset', '<!-- textlint-disable word -->\n\n悪', []],
    ['with a reason', '<!-- textlint-disable word -- 引用 -->\n\n悪', []],
    ['with a reason behind no space', '<!-- textlint-disable word --引用 -->\n\n悪', []],
    ['in the line', 'あ<!-- textlint-disable -->悪<!-- textlint-enable -->悪', ['koetsu/word 51']],
    ['in code it is code', '`<!-- textlint-disable -->`悪', ['koetsu/word 27']],
    ['another rule, which does not run here', '<!-- textlint-disable other -->\n\n悪', ['koetsu/word 33']],
    ['nothing', '<!-- textlint-disable word -->\n\n良', ['unused-suppression 0']],
    ['nothing, all rules', '<!-- textlint-disable -->\n\n良', ['unused-suppression 0']],
    [
      'twice the same',
      '<!-- textlint-disable word -->\n\n悪\n\n<!-- textlint-enable word -->\n\n<!-- textlint-disable word -->',
      ['unused-suppression 66'],
    ],
    ['a prose comment', '<!-- see textlint-disable -->\n\n悪', ['koetsu/word 31']],
  ])('of %s', async (_, text, found) => {
    const findings = await lint(text, configWith([wordRule('word', '悪')]));
    expect(findings.map(({ ruleId, range }) => `${ruleId} ${range[0]}`)).toEqual(found);
  });

  it('keep their reason', () => {
    const [first] = suppressionsIn(parseDocument('<!-- textlint-disable a, b -- 引用 -- のため -->', () => []));
    expect(first).toMatchObject({ ruleIds: ['a'], reason: '引用 -- のため' });
  });

  it('tell in both languages that they suppress nothing', async () => {
    const config = configWith([wordRule('word', '悪')]);
    const text = '<!-- textlint-disable word -->';
    expect((await lint(text, config))[0]?.message).toBe(
      'この textlint-disable（word）が抑制する指摘はありません。コメントを削除してください。',
    );
    expect((await lint(text, { ...config, locale: 'en' }))[0]?.message).toBe(
      'This textlint-disable (word) suppresses nothing; remove the comment.',
    );
  });
});
