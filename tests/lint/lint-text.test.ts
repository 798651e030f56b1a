import type { TextlintFilterRuleReporter, TextlintRuleReporter } from '@textlint/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, markdownish } from '../support/articles.ts';
import { configWith, lint, ruleOf, wordRule } from '../support/lint.ts';

const message = { ja: '悪い。', en: 'Bad.' };
const good = wordRule('good', '悪');
const reports: TextlintRuleReporter = ({ Syntax, RuleError, locator, report }) => ({
  [Syntax.Document](node) {
    report(node, new RuleError('installed', { padding: locator.range([0, 1]) }));
  },
});

const boom = (): never => {
  throw new Error('boom');
};

describe('a rule that throws', () => {
  it.each<[why: string, rule: TextlintRuleReporter]>([
    ['when it is set up', boom],
    ['at a node', ({ Syntax }) => ({ [Syntax.Str]: boom, [Syntax.Paragraph]: boom })],
    ['later', ({ Syntax }) => ({ [Syntax.Str]: async () => boom() })],
    ['at the end', ({ Syntax }) => ({ [`${Syntax.Document}:exit`]: boom })],
    [
      'no error',
      ({ Syntax }) => ({
        [Syntax.Str]: () => {
          throw 'boom';
        },
      }),
    ],
  ])('costs one finding: %s', async (_, rule) => {
    const findings = await lint('悪', configWith([good], { bad: rule, fine: reports }));
    expect(findings.map(({ ruleId, message: text }) => `${ruleId} ${text}`)).toEqual(
      [
        'fine installed',
        'internal-error ルール「bad」の実行中にエラーが起きました（boom）。この記事ではこのルールの結果がありません。',
        'koetsu/good 「悪」があります。',
      ].sort(byRange(findings)),
    );
  });

  it('of ours gives no findings but the internal error', async () => {
    const bad = ruleOf('bad', function* () {
      yield { range: [0, 1], message };
      boom();
    });
    const findings = await lint('悪', { ...configWith([bad, good]), locale: 'en' });
    expect(findings.map(({ ruleId, message: text }) => `${ruleId} ${text}`)).toEqual([
      'internal-error The rule "koetsu/bad" failed (boom); it gives no results for this article.',
      'koetsu/good There is "悪".',
    ]);
  });

  it('as a filter leaves our findings', async () => {
    const filters = [{ ruleId: 'f', rule: boom as unknown as TextlintFilterRuleReporter, options: true }];
    const findings = await lint('悪', configWith([good], {}, { filters }));
    expect(findings.map((finding) => finding.ruleId)).toEqual(['internal-error', 'koetsu/good']);
  });
});

/** Sorts the expectation as the findings are sorted: by range, then by rule. */
function byRange(findings: readonly { readonly ruleId: string }[]): (a: string, b: string) => number {
  const order = findings.map((finding) => finding.ruleId);
  return (a, b) => order.indexOf(a.split(' ')[0] ?? '') - order.indexOf(b.split(' ')[0] ?? '');
}

describe('filter rules of the site', () => {
  const firstLine: TextlintFilterRuleReporter = ({ Syntax, shouldIgnore, getSource }) => ({
    [Syntax.Document]() {
      shouldIgnore([0, getSource().indexOf('\n')], {});
    },
  });
  const filters = [{ ruleId: 'first-line', rule: firstLine, options: true }];

  it('drop findings of ours and of installed rules', async () => {
    const findings = await lint('悪\n\n悪', configWith([good], { fine: reports }, { filters }));
    expect(findings.map(({ ruleId, range }) => [ruleId, ...range])).toEqual([['koetsu/good', 3, 4]]);
  });

  it('drop the right ones behind a BOM, and leave all that a finding carries', async () => {
    const rich = ruleOf('rich', () => [
      { range: [0, 4], message, related: [{ range: [1, 2], message }], fix: { range: [4, 5], text: '良' } },
      { range: [1, 2], message },
    ]);
    const findings = await lint('\uFEFF悪\n\n悪', configWith([good, rich], {}, { filters }));
    expect(findings.map(({ ruleId, range, related, fix }) => [ruleId, range, related.length, fix?.text])).toEqual([
      ['koetsu/rich', [0, 4], 1, '良'],
      ['koetsu/good', [4, 5], 0, undefined],
    ]);
  });
});

describe('lintText', () => {
  it('sorts by place, then by rule', async () => {
    const findings = await lint(
      '悪い\n\n悪',
      configWith([wordRule('z', '悪'), wordRule('b', '悪い'), wordRule('a', '悪')]),
    );
    expect(findings.map(({ ruleId, range }) => `${range.join('-')} ${ruleId}`)).toEqual([
      '0-1 koetsu/a',
      '0-1 koetsu/z',
      '0-2 koetsu/b',
      '4-5 koetsu/a',
      '4-5 koetsu/z',
    ]);
  });

  it('never makes a problem stronger than the user wants its rule to be', async () => {
    const rule = ruleOf('a', () => [
      { range: [0, 1], message },
      { range: [1, 2], message, severity: 'info' },
    ]);
    const severities = async (severity: 'error' | 'warning' | undefined) => {
      const config = configWith([], {}, { ours: [{ rule, options: {}, severity }] });
      return (await lint('ああ', config)).map((finding) => finding.severity);
    };
    expect(await severities(undefined)).toEqual(['error', 'info']);
    expect(await severities('warning')).toEqual(['warning', 'info']);
  });

  it('shifts installed findings, fixes and suggestions by a BOM', async () => {
    const fixing: TextlintRuleReporter = ({ Syntax, RuleError, fixer, locator, report }) => ({
      [Syntax.Str](node) {
        report(
          node,
          new RuleError('x', {
            padding: locator.range([0, 1]),
            fix: fixer.replaceTextRange([0, 1], 'y'),
            suggestions: [{ id: '1', message: 'z', fix: fixer.replaceTextRange([0, 1], 'z') }],
          }),
        );
      },
    });
    const [finding] = await lint('\uFEFFあ', configWith([], { fixing: { linter: fixing, fixer: fixing } }));
    expect(finding).toMatchObject({
      range: [1, 2],
      fix: { range: [1, 2], text: 'y' },
      suggestions: [{ message: 'z', edit: { range: [1, 2], text: 'z' } }],
    });
  });

  it('drops what an installed rule says about a place that one of ours reports', async () => {
    const config = configWith([wordRule('broken-sentences', '悪')], {
      'p/ja-no-mixed-period': reports,
      'p/other': reports,
    });
    expect((await lint('悪', config)).map((finding) => finding.ruleId)).toEqual(['koetsu/broken-sentences', 'p/other']);
  });

  it('tells where a rule is explained', async () => {
    const findings = await lint('悪', configWith([good], { fine: reports }));
    expect(findings.map((finding) => finding.docs)).toEqual([
      'https://www.npmjs.com/package/fine',
      expect.stringMatching(/^https:\/\/.*\/rules\/good\/README\.md$/),
    ]);
  });

  it('never rejects and gives the same twice, whatever the text', async () => {
    const config = configWith([good, wordRule('word', '。')], { fine: reports });
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, markdownish), async (text) => {
        const findings = await lint(text, config);
        expect(findings.filter((finding) => finding.ruleId === 'internal-error')).toEqual([]);
        expect(await lint(text, config)).toEqual(findings);
      }),
      { numRuns: 60 },
    );
  });
});
