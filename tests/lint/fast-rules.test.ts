import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fastPrh } from '../../src/lint/fast-rules/fast-prh.ts';
import { fastRuleNotices, withFastModules } from '../../src/lint/fast-rules/intercept.ts';
import { switchFastRules } from '../../src/lint/fast-rules/switch.ts';
import { runInstalled } from '../../src/lint/run-installed.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import type { Tokenize } from '../../src/text/morphemes.ts';
import { essence, presetRules, type Rules } from '../support/preset.ts';

const archive = join(import.meta.dirname, '../../../shared/corpus/archive');

let tokenize: Tokenize;
let set: Rules;

beforeAll(async () => {
  tokenize = await loadTokenizer();
  set = await presetRules();
});

async function run(text: string, mode: 'fast' | 'plain'): ReturnType<typeof runInstalled> {
  switchFastRules(mode === 'fast' ? tokenize : undefined);
  return runInstalled(text, '/article.md', set);
}

async function messagesOf(texts: readonly string[], mode: 'fast' | 'plain'): Promise<string[]> {
  const all: string[] = [];
  for (const [i, text] of texts.entries()) {
    const { messages, failures } = await run(text, mode);
    expect(failures).toEqual([]);
    all.push(...messages.map((message) => `${i} ${essence(message)}`).sort());
  }
  return all;
}

const samples = [
  '私は彼は好きだ。私の家の庭の花の色。これは、とても、長い、文で、ある。',
  'することができます。検証を行うことができる。大きな変更を行った。かもしれないと思う。',
  '私が行ったが、彼は来なかったが、会は始まった。しかし、雨だ。しかし、晴れた。',
  'わからなくもない話です。**ないこともない**。行かないわけではない。食べれる。見れない。',
  '適用をする。可変する。「閉じない括弧の文です。\n\n（もう一つ',
  '# 見出しです。\n\n- 項目である。\n- 項目です\n\n> 引用は、は、は。\n\n| 表 | は |\n|---|---|\n| が、が | ですです |\n',
  'a, b, c, d, e, f, g です。ﾊﾝｶｸ\u200B と ホ\u309A と 一つ目、１つ目。𠮷野家でご飯を食べれます😀か。',
  `${'とても長い文が続いていて、'.repeat(12)}終わる。\r\n\r\n${'とても長い文が続いていて、'.repeat(12)}[終わる](https://example.com/)。`,
  '---\ntitle: 題\n---\n\n<div>中。</div>\n\n```js\nconst a = 1;\n```\n\n文中の`コードは、は`を**強調は**する*は*。  \n改行は。',
  '',
];

describe('installed rules on the shared analysis', () => {
  it('report what they report by themselves', async () => {
    const fast = await messagesOf(samples, 'fast');
    expect(fast).toEqual(await messagesOf(samples, 'plain'));
    // With all that was remembered of the first run.
    expect(await messagesOf(samples, 'fast')).toEqual(fast);
    expect(new Set(fast.map((line) => line.split('"')[1])).size).toBeGreaterThan(12);
    expect(fastRuleNotices()).toEqual([]);
  });

  it.skipIf(!existsSync(archive))(
    'report the same on articles of the corpus',
    async () => {
      // textlint needs seconds for a long one.
      const paths = readdirSync(archive).map((name) => join(archive, name));
      const short = paths.filter((path) => path.endsWith('.md') && statSync(path).size < 10_000);
      const every = Math.ceil(short.length / 20);
      const texts = short.filter((_, i) => i % every === 0).map((path) => readFileSync(path, 'utf8'));
      expect(texts.length).toBeGreaterThan(10);
      expect(await messagesOf(texts, 'fast')).toEqual(await messagesOf(texts, 'plain'));
    },
    180_000,
  );
});

describe('a dictionary of prh that is read once', () => {
  const yaml = 'version: 1\nrules:\n  - expected: jQuery\n    pattern: jquery\n';
  const other = 'version: 1\nrules:\n  - expected: Web\n    pattern: web\n';

  it('stays as it is when a caller adds another one', () => {
    const prh = createRequire(import.meta.url)('prh');
    switchFastRules(tokenize);
    const fromYAML = fastPrh(prh);
    const first = fromYAML('', yaml) as ReturnType<typeof prh.fromYAML>;
    first.merge(fromYAML('', other));
    expect(first.makeChangeSet('', 'jqueryとweb').diffs).toHaveLength(2);
    const second = fromYAML('', yaml) as ReturnType<typeof prh.fromYAML>;
    expect(second.makeChangeSet('', 'jqueryとweb').diffs).toHaveLength(1);
    expect(second.rules[0]).toBe(first.rules[0]);
  });

  it.each([
    'jqueryとweb',
    '',
    'jquery',
    '一\njquery\n',
    'jquery\n\n二jquery',
    '\n\n',
    'jquery\r\n\r\njquery',
    'x\n\n\njquery\n',
  ])('finds in %j what prh finds', (text) => {
    const prh = createRequire(import.meta.url)('prh');
    switchFastRules(tokenize);
    const found = (fastPrh(prh)('', yaml) as ReturnType<typeof prh.fromYAML>).makeChangeSet('', text);
    const expected = prh.fromYAML('', yaml).makeChangeSet('', text);
    expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
  });

  it('is read anew with options, from a file or with the switch off', () => {
    const calls: string[] = [];
    const engine = { rules: [], targets: [], sourcePaths: [], makeChangeSet: () => ({ diffs: [] }) };
    const fromYAML = fastPrh({
      fromYAML: (path, text) => {
        calls.push(`${path}|${text}`);
        return engine;
      },
    });
    for (const text of ['a', 'a', 'imports: x', 'imports: x']) fromYAML('', text);
    for (const path of ['b.yml', 'b.yml']) fromYAML(path, 'a');
    switchFastRules(undefined);
    fromYAML('', 'a');
    expect(calls).toEqual(['|a', '|imports: x', '|imports: x', 'b.yml|a', 'b.yml|a', '|a']);
  });
});

/** What textlint reports there and we do not, or the other way round: see fast-morpheme-match.ts, fast-double-negative.ts. */
describe('match state that textlint carries on', () => {
  const difference = async (texts: readonly string[]): Promise<{ added: string[]; dropped: string[] }> => {
    const plain = await messagesOf(texts, 'plain');
    const fast = await messagesOf(texts, 'fast');
    const shown = (line: string): string => `${line[0]} ${JSON.parse(line.slice(2))[0]}`;
    return {
      added: fast.filter((line) => !plain.includes(line)).map(shown),
      dropped: plain.filter((line) => !fast.includes(line)).map(shown),
    };
  };

  it('no double negative across paragraphs', async () => {
    expect(await difference(['それはわからなくも\n\nない話です。'])).toEqual({
      added: [],
      dropped: ['0 no-double-negative-ja'],
    });
  });

  it('a double negative after the beginning of another one', async () => {
    expect(await difference(['それはわからなくも\n\nなくもない話です。'])).toMatchObject({
      added: ['0 no-double-negative-ja'],
    });
  });

  it('within a paragraph the pieces stay together', async () => {
    const texts = ['それはわからなく**も**ない話です。'];
    expect(await messagesOf(texts, 'fast')).toEqual(expect.arrayContaining([expect.stringContaining('なくもない')]));
    expect(await difference(texts)).toEqual({ added: [], dropped: [] });
  });

  it('no weak phrase across files', async () => {
    expect(await difference(['彼は行くかも', 'しれません。'])).toEqual({ added: [], dropped: ['1 ja-no-weak-phrase'] });
  });

  it('a weak phrase at the start of a file', async () => {
    expect(await difference(['彼は行くかも', 'かもしれない話です。'])).toEqual({
      added: ['1 ja-no-weak-phrase'],
      dropped: [],
    });
  });

  it('no abusage across paragraphs, whose fix would insert text', async () => {
    expect(await difference(['部品を\n\n適応する話です。'])).toEqual({ added: [], dropped: ['0 ja-no-abusage'] });
  });

  it('no abusage across pieces of a paragraph, which would stand at a wrong place', async () => {
    expect(await difference(['それは可変**する**値です。'])).toEqual({ added: [], dropped: ['0 ja-no-abusage'] });
  });

  it('no end at a character on which kuromoji throws', async () => {
    const text = '食べれます\u0000か。';
    expect((await run(text, 'plain')).failures).not.toEqual([]);
    const { messages, failures } = await run(text, 'fast');
    expect(failures).toEqual([]);
    expect(messages.map(({ ruleId }) => ruleId)).toContain('no-dropping-the-ra');
  });

  it('no redundant expression across paragraphs', async () => {
    expect(await difference(['確認すること\n\nができます。'])).toEqual({
      added: [],
      dropped: ['0 ja-no-redundant-expression'],
    });
  });

  it('a redundant expression at the start of a paragraph', async () => {
    expect(await difference(['確認すること\n\nすることができます。'])).toEqual({
      added: ['0 ja-no-redundant-expression'],
      dropped: [],
    });
  });
});

describe('withFastModules', () => {
  const install = (version: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'koetsu-fast-'));
    const rule = join(folder, 'node_modules/textlint-rule-own');
    const nested = join(rule, 'node_modules/morpheme-match-all');
    mkdirSync(nested, { recursive: true });
    writeFileSync(join(nested, 'package.json'), JSON.stringify({ name: 'morpheme-match-all', version }));
    writeFileSync(join(nested, 'index.js'), "exports.createMatcher = () => () => ['plain'];");
    writeFileSync(join(rule, 'index.js'), "module.exports = require('morpheme-match-all').createMatcher([]);");
    return join(rule, 'index.js');
  };
  const load = async (path: string): Promise<(tokens: unknown[]) => unknown[]> =>
    (await withFastModules(() => import(pathToFileURL(path).href))).default;

  it('replaces nested copies of a compared version, while the switch is on', async () => {
    const match = await load(install('2.0.5'));
    switchFastRules(tokenize);
    expect(match([])).toEqual([]);
    switchFastRules(undefined);
    expect(match([])).toEqual(['plain']);
  });

  it('leaves other versions alone, and says so', async () => {
    const match = await load(install('2.9.9'));
    switchFastRules(tokenize);
    expect(match([])).toEqual(['plain']);
    expect(fastRuleNotices().map(({ en }) => en)).toEqual([expect.stringContaining('morpheme-match-all (2.9.9)')]);
  });

  it('leaves require as it was', async () => {
    const { default: Module } = await import('node:module');
    const before = Module.prototype.require;
    await expect(withFastModules(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(Module.prototype.require).toBe(before);
  });
});
