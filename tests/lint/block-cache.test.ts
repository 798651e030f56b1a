import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { blockCache } from '../../src/lint/fast-rules/block-cache.ts';
import { isBlockRule } from '../../src/lint/fast-rules/block-rules.ts';
import { switchFastRules } from '../../src/lint/fast-rules/switch.ts';
import { runInstalled } from '../../src/lint/run-installed.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import type { Tokenize } from '../../src/text/morphemes.ts';
import { essence, presetRules, type Rules } from '../support/preset.ts';

let tokenize: Tokenize;
let set: Rules;

beforeAll(async () => {
  tokenize = await loadTokenizer();
  set = await presetRules();
});

/** `onBlocks`: with the cache of all runs before. `atOnce`: textlint by itself. */
async function messagesOf(text: string, mode: 'onBlocks' | 'atOnce'): Promise<string[]> {
  switchFastRules(mode === 'onBlocks' ? tokenize : undefined);
  const { messages, failures } = await runInstalled(text, '/article.md', set);
  expect(failures).toEqual([]);
  return messages.map(essence).sort();
}

async function expectEqual(text: string): Promise<void> {
  expect(await messagesOf(text, 'onBlocks')).toEqual(await messagesOf(text, 'atOnce'));
}

const long = `${'とても長い文が続いていて、'.repeat(10)}終わる。`;
const blocks = [
  '私は彼は好きだ。私が行ったが、彼は来なかったが、会は始まった。',
  '一行目が、\n二行目が行ったが、来なかったが、\n三行目です。',
  long,
  `- 項目は、は、は、は。\n- ${long}`,
  '> 引用は彼は好きだ。\n\n> 二つ目',
  '[題][参照]は[題は][参照]だ。',
  '[参照]: https://example.com/',
  '# 見出しは彼は「好き。',
  '```\nconst a = 1;\n```',
  '<!-- コメント -->',
  '| 表は彼は | b |\n|---|---|\n| 食べれる | 九つ、1つ |',
  'することができます。食べれます&#10;が、行ったが、来なかったが、帰った。',
  'である。です。𠮷野家は私は😀。  \n改行は私は。',
];

describe('rules on blocks', () => {
  it('are all of the preset but the one that compares the sentences of an article', () => {
    const others = set.installed.filter((rule) => !isBlockRule(rule));
    expect(others.map(({ ruleId }) => ruleId)).toEqual(['no-mix-dearu-desumasu']);
  });

  it('report what they report on the whole, wherever a block stands and whatever was seen before', async () => {
    const separator = fc.constantFrom('\n\n', '\n\n\n', '\r\n\r\n', '\n');
    const article = fc.array(fc.tuple(fc.constantFrom(...blocks), separator), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(article, (pieces) => expectEqual(pieces.flat().join(''))),
      { numRuns: 150 },
    );
  }, 120_000);

  it('name the line that a long sentence is on now', async () => {
    await messagesOf(`短い文です。\n\n${long}`, 'onBlocks');
    const moved = await messagesOf(`短い文です。\n\n別の文です。\n\n${long}`, 'onBlocks');
    expect(moved).toEqual(expect.arrayContaining([expect.stringContaining('"Line 5 sentence length(')]));
  });

  it('see that a block is parsed otherwise once a link has a definition', async () => {
    const text = '別の文です。\n\n[食べれる][a]。\n\n';
    await expectEqual(text);
    await expectEqual(`${text}[a]: https://example.com/`);
  });

  it('report what is theirs, though it lies in a block below', async () => {
    const near = '# 見出し\nすることが、食べれます&#10;が、行ったが、来なかったが、帰った。\n\n';
    await expectEqual(`${near}${long}\n\n${long}${long}\n\n`);
    await expectEqual(near);
    await expectEqual(`${long}${long}\n\n`);
  });

  it('run again where one of them reports once an article', async () => {
    const options = { max: 10, exclusionPatterns: ['/a/'] };
    const installed = set.installed.map((rule) => (rule.ruleId === 'sentence-length' ? { ...rule, options } : rule));
    switchFastRules(tokenize);
    const { messages } = await runInstalled(`${long}\n\n${long}`, undefined, { ...set, installed });
    expect(messages.filter(({ message }) => message.startsWith('exclusionPatterns'))).toHaveLength(1);
  });
});

describe('blockCache', () => {
  it('forgets what was used least recently', () => {
    const cache = blockCache(2);
    const entry = { start: 0, line: 1, messages: [] };
    cache.set('a', entry);
    cache.set('b', entry);
    cache.get('a');
    cache.set('c', entry);
    expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
  });
});
