import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Config } from '../../src/lint/config.ts';
import { defaultConfig } from '../../src/lint/default-config.ts';
import { loadConfig } from '../../src/lint/load-config.ts';
import { describeMistake, type Locale } from '../../src/lint/mistake.ts';
import { folderWith } from '../support/folder.ts';

type Files = Readonly<Record<string, string>>;

const json = (config: object): Files => ({ '.textlintrc.json': JSON.stringify(config, null, 2) });

/** The mistakes in the configuration of a folder, as they are printed, without the path of the folder. */
async function mistakesIn(files: Files, locale: Locale = 'en', file?: string): Promise<string[]> {
  const root = folderWith(files);
  const config = await loadConfig(root, file && join(root, file));
  return config.ok ? [] : config.mistakes.map((mistake) => describeMistake(mistake, locale).replace(`${root}/`, ''));
}

async function configOf(files: Files): Promise<Config> {
  const config = await loadConfig(folderWith(files));
  if (!config.ok) throw new Error(config.mistakes.map((mistake) => describeMistake(mistake, 'en')).join('\n'));
  return config.value;
}

const KOETSU_ONLY = { 'reading-time-mismatch': true };

/** Options of a rule of ours for a path below the folder of the configuration; undefined: it is off. */
function optionsOf(config: Config, id: string, path?: string): object | undefined {
  const set = config.rulesFor(path === undefined ? undefined : join(config.root, path));
  return set.ours.find((configured) => configured.rule.id === id)?.options;
}

describe('mistakes in the configuration', () => {
  it.each<[why: string, files: Files, expected: string[]]>([
    [
      'an unknown key',
      json({ ruls: {}, rules: {} }),
      ['.textlintrc.json:2: ruls: There is no option "ruls". Did you mean "rules"?'],
    ],
    [
      'an unknown rule of a preset',
      json({ rules: { 'preset-koetsu': { 'reading-time-mismatchs': true } } }),
      [
        '.textlintrc.json:4: rules.preset-koetsu.reading-time-mismatchs: There is no rule "reading-time-mismatchs". Did you mean "reading-time-mismatch"?',
      ],
    ],
    [
      'an unknown rule of an installed preset',
      json({ rules: { 'preset-ja-technical-writing': { 'max-tem': false } } }),
      [
        '.textlintrc.json:4: rules.preset-ja-technical-writing.max-tem: There is no rule "max-tem". Did you mean "max-ten"?',
      ],
    ],
    [
      'an unknown option',
      json({ rules: { 'preset-koetsu': { 'reading-time-mismatch': { maxx: 3 } } } }),
      [
        '.textlintrc.json:5: rules.preset-koetsu.reading-time-mismatch.maxx: There is no option "maxx". Did you mean "max"?',
      ],
    ],
    [
      'an option of the wrong type',
      json({ rules: { 'preset-koetsu': { 'reading-time-mismatch': { max: '3' } } } }),
      [
        '.textlintrc.json:5: rules.preset-koetsu.reading-time-mismatch.max: The value "3" is not valid here; expected number.',
      ],
    ],
    [
      'an unknown severity',
      json({ rules: { 'preset-koetsu': { 'reading-time-mismatch': { severity: 'warn' } } } }),
      [
        '.textlintrc.json:5: rules.preset-koetsu.reading-time-mismatch.severity: There is no severity "warn". Known: error, warning, info.',
      ],
    ],
    [
      'an unknown severity of an installed rule',
      json({
        rules: { 'preset-koetsu': KOETSU_ONLY, 'preset-ja-technical-writing': { 'max-ten': { severity: 'eror' } } },
      }),
      [
        '.textlintrc.json:8: rules.preset-ja-technical-writing.max-ten.severity: There is no severity "eror". Did you mean "error"?',
      ],
    ],
    [
      'a value that is no rule',
      json({ rules: { 'preset-koetsu': { 'reading-time-mismatch': 'on' } } }),
      [
        '.textlintrc.json:4: rules.preset-koetsu.reading-time-mismatch: A rule takes true, false or an object of options.',
      ],
    ],
    [
      'a preset that is misspelt',
      json({ rules: { 'preset-ja-technical-writting': true } }),
      [
        '.textlintrc.json:3: rules.preset-ja-technical-writting: "preset-ja-technical-writting" is not installed. Did you mean "preset-ja-technical-writing"? If not, run npm install --save-dev textlint-rule-preset-ja-technical-writting.',
      ],
    ],
    [
      'a rule of ours outside its preset',
      json({ rules: { 'reading-time-mismatch': true } }),
      [
        '.textlintrc.json:3: rules.reading-time-mismatch: "reading-time-mismatch" is not installed. Did you mean "preset-koetsu.reading-time-mismatch"? If not, run npm install --save-dev textlint-rule-reading-time-mismatch.',
      ],
    ],
    [
      'a rule that is not installed, turned off',
      json({ rules: { 'no-such-rule-here': false } }),
      [
        '.textlintrc.json:3: rules.no-such-rule-here: "no-such-rule-here" is not installed. Check the name, or run npm install --save-dev textlint-rule-no-such-rule-here.',
      ],
    ],
    [
      'the name of a module of Node',
      json({ rules: { fs: true } }),
      [
        '.textlintrc.json:3: rules.fs: "fs" is not installed. Check the name, or run npm install --save-dev textlint-rule-fs.',
      ],
    ],
    [
      'filters and plugins that are not installed, as lists',
      json({ filters: ['no-such'], plugins: ['@a/no-such'] }),
      [
        '.textlintrc.json:2: filters.no-such: "no-such" is not installed. Check the name, or run npm install --save-dev textlint-filter-rule-no-such.',
        '.textlintrc.json:5: plugins.@a/no-such: "@a/no-such" is not installed. Check the name, or run npm install --save-dev @a/textlint-plugin-no-such.',
      ],
    ],
    ['rules that are a text', json({ rules: 'all' }), ['.textlintrc.json:2: rules: An object is expected.']],
    [
      'koetsu that is a list',
      json({ koetsu: [] }),
      ['.textlintrc.json:2: koetsu: The value null is not valid here; expected Object.'],
    ],
    [
      'an unknown setting',
      json({ koetsu: { sites: 'hugo' } }),
      ['.textlintrc.json:3: koetsu.sites: There is no option "sites". Did you mean "site"?'],
    ],
    [
      'an unknown value',
      json({ koetsu: { site: 'hugoo', timezone: 'Asia/Tokio' } }),
      [
        '.textlintrc.json:3: koetsu.site: The value "hugoo" is not valid here; expected ("auto" | "jekyll" | "hugo" | "zenn" | "astro" | "docusaurus" | "custom").',
        '.textlintrc.json:4: koetsu.timezone: The value "Asia/Tokio" is not valid here; expected an IANA time zone such as Asia/Tokyo.',
      ],
    ],
    [
      'an override without files',
      json({ koetsu: { overrides: [{ file: ['a'], rules: {} }] } }),
      [
        '.textlintrc.json:4: koetsu.overrides.0.files: "files" is missing; add it.',
        '.textlintrc.json:5: koetsu.overrides.0.file: There is no option "file". Did you mean "files"?',
      ],
    ],
    [
      'an unknown option in an override',
      json({
        koetsu: { overrides: [{ files: ['a'], rules: { 'preset-koetsu': { 'reading-time-mismatch': { mix: 1 } } } }] },
      }),
      [
        '.textlintrc.json:11: koetsu.overrides.0.rules.preset-koetsu.reading-time-mismatch.mix: There is no option "mix". Did you mean "min"?',
      ],
    ],
    [
      'several in YAML, with their lines',
      {
        '.textlintrc.yml':
          'rules:\n  preset-koetsu:\n    reading-time-mismatch:\n      max: x\nkoetsu:\n  locale: fr\n',
      },
      [
        '.textlintrc.yml:6: koetsu.locale: The value "fr" is not valid here; expected ("ja" | "en").',
        '.textlintrc.yml:4: rules.preset-koetsu.reading-time-mismatch.max: The value "x" is not valid here; expected number.',
      ],
    ],
    ['a list', { '.textlintrc.json': '[]' }, ['.textlintrc.json:1: The configuration must be an object.']],
    [
      'a bomb of aliases',
      { '.textlintrc.yaml': `a: &a [1]\nrules:\n  x: [${'*a, '.repeat(200)}]\n` },
      ['.textlintrc.yaml:1: There are too many YAML aliases; write the values out.'],
    ],
    [
      'JavaScript',
      { '.textlintrc.js': 'module.exports = {}' },
      ['.textlintrc.js: Configuration in JavaScript is not read. Move it to .textlintrc.json.'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await mistakesIn(files)).toEqual(expected);
  });

  it.each([
    ['broken JSON', { '.textlintrc.json': '{\n  "rules": {\n' }],
    ['broken YAML', { '.textlintrc.yml': 'rules:\n  a: "b\n' }],
    ['a key given twice', { '.textlintrc.json': '{\n  "rules": {},\n  "rules": {}\n}' }],
  ])('%s', async (_, files) => {
    const [first, ...others] = await mistakesIn(files);
    expect(first).toMatch(/^\.textlintrc\.(?:json|yml):\d: The configuration cannot be parsed: /);
    expect(others.length).toBeLessThan(3);
  });

  it('a file that does not exist, and JavaScript that is named', async () => {
    expect((await mistakesIn({}, 'en', 'no.json')).join()).toMatch(
      /^no\.json: The configuration cannot be read: ENOENT/,
    );
    expect(await mistakesIn({ 'a.cjs': '' }, 'en', 'a.cjs')).toHaveLength(1);
  });

  it('a package that throws while it loads, and one that is no rule', async () => {
    const mistakes = await mistakesIn({
      ...json({ rules: { throws: true, nothing: true, 'preset-nothing': true } }),
      'node_modules/textlint-rule-throws/index.js': 'throw new Error("boom")',
      'node_modules/textlint-rule-nothing/index.js': 'module.exports = {}',
      'node_modules/textlint-rule-preset-nothing/index.js': 'module.exports = {}',
    });
    expect(mistakes).toEqual([
      '.textlintrc.json:3: rules.throws: "throws" cannot be loaded: boom',
      '.textlintrc.json:4: rules.nothing: textlint-rule-nothing is not a textlint rule.',
      '.textlintrc.json:5: rules.preset-nothing: textlint-rule-preset-nothing is not a textlint preset.',
    ]);
  });

  it('are told in Japanese too', async () => {
    const config = { ruls: 1, rules: { nai: true, 'preset-koetsu': { 'reading-time-mismatch': { max: true } } } };
    expect(await mistakesIn(json(config), 'ja')).toEqual([
      '.textlintrc.json:2: ruls: 「ruls」という設定はありません。「rules」ではありませんか。',
      '.textlintrc.json:4: rules.nai: 「nai」が見つかりません。名前を確かめるか、npm install --save-dev textlint-rule-nai で入れてください。',
      '.textlintrc.json:7: rules.preset-koetsu.reading-time-mismatch.max: 値 true は使えません。number を指定してください。',
    ]);
  });
});

describe('a configuration that is right', () => {
  it('is the default one where there is no file', async () => {
    const config = await configOf({});
    expect(config.file).toBeUndefined();
    expect(config.locale).toBe('ja');
    const set = config.rulesFor(undefined);
    expect(set.ours.map(({ rule }) => rule.id)).toEqual(Object.keys(rules));
    expect(set.installed.map(({ ruleId }) => ruleId)).toContain('ja-technical-writing/sentence-length');
    expect(set.installed.map(({ ruleId }) => ruleId)).not.toContain('ja-technical-writing/ja-no-weak-phrase');
  });

  it('is found above the working folder', async () => {
    const root = folderWith({ ...json({ koetsu: { locale: 'en' } }), 'posts/a.md': '' });
    const config = await loadConfig(join(root, 'posts'));
    expect(config.ok && config.value).toMatchObject({ root, file: join(root, '.textlintrc.json'), locale: 'en' });
  });

  it.each([
    [
      'comments and a trailing comma',
      '// 注\n{\n\t"rules": { /* "a": // */ "preset-koetsu": true, }, "koetsu": { "archive": ["http://a//*.md"] }\n}',
    ],
    ['a BOM', '\uFEFF{"koetsu": {"archive": ["http://a//*.md"]}}'],
    ['YAML under the name without an extension', 'koetsu:\n  archive:\n    - "http://a//*.md" # 注\n'],
  ])('may have %s', async (_, text) => {
    expect((await configOf({ '.textlintrc': text })).settings.archive).toEqual(['http://a//*.md']);
  });

  it('runs our rules without naming them, and not if they are turned off', async () => {
    expect((await configOf(json({}))).rulesFor(undefined).ours).toHaveLength(Object.keys(rules).length);
    expect((await configOf(json({ rules: { 'preset-koetsu': false } }))).rulesFor(undefined).ours).toEqual([]);
    const one = await configOf(json({ rules: { 'preset-koetsu': { 'reading-time-mismatch': false } } }));
    expect(optionsOf(one, 'reading-time-mismatch')).toBeUndefined();
    expect(optionsOf(one, 'broken-sentences')).toBeDefined();
  });

  it('overrides rules per path, later entries win', async () => {
    const max = (n: number | false) => ({ 'preset-koetsu': { 'reading-time-mismatch': n === false ? n : { max: n } } });
    const overrides = [
      { files: ['posts/**'], rules: max(10) },
      { files: ['posts/**/b.md', '**/.draft.md'], rules: max(20) },
      { files: ['old/**'], rules: max(false) },
      { files: ['bare/**'], rules: { 'preset-koetsu': false } },
    ];
    const config = await configOf(json({ rules: max(5), koetsu: { overrides } }));
    const maxOf = (path?: string) =>
      (optionsOf(config, 'reading-time-mismatch', path) as { max?: number } | undefined)?.max;
    expect(maxOf()).toBe(5);
    expect(maxOf('a.md')).toBe(5);
    expect(maxOf('posts/a.md')).toBe(10);
    expect(maxOf('posts/x/b.md')).toBe(20);
    expect(maxOf('old/.draft.md')).toBeUndefined();
    expect(maxOf('x/.draft.md')).toBe(20);
    expect(maxOf('../posts/a.md')).toBe(5);
    expect(config.rulesFor(join(config.root, 'bare/a.md')).ours).toEqual([]);
  });

  it('lets an override turn on what is off', async () => {
    const overrides = [{ files: ['a.md'], rules: { 'preset-koetsu': true } }];
    const config = await configOf(json({ rules: { 'preset-koetsu': false }, koetsu: { overrides } }));
    expect(config.rulesFor(undefined).ours).toEqual([]);
    expect(config.rulesFor(join(config.root, 'a.md')).ours).toHaveLength(Object.keys(rules).length);
  });

  it('hands the settings of the site to the rules, unless they have their own', async () => {
    const settings = { site: 'hugo', timezone: 'Asia/Seoul' };
    const own = { 'preset-koetsu': { 'incomplete-front-matter': { timezone: 'UTC' } } };
    expect(optionsOf(await configOf(json({ koetsu: settings })), 'incomplete-front-matter')).toMatchObject(settings);
    expect(optionsOf(await configOf(json({ rules: own, koetsu: settings })), 'incomplete-front-matter')).toMatchObject({
      site: 'hugo',
      timezone: 'UTC',
    });
  });

  it('loads single rules, presets, filters and plugins of the site', async () => {
    const reporter = '() => ({})';
    const config = await configOf({
      ...json({
        rules: { one: { a: 1 }, two: true, '@x/three': true, './own.cjs': true, 'preset-p': { b: false, c: { d: 1 } } },
        filters: { f: { g: 1 }, comments: true, off: false },
        plugins: ['q'],
      }),
      'own.cjs': `module.exports = ${reporter}`,
      'node_modules/textlint-rule-one/index.js': `module.exports = ${reporter}; module.exports.default = module.exports`,
      'node_modules/textlint-rule-two/package.json': '{"type":"module","exports":{"import":"./two.js"}}',
      'node_modules/textlint-rule-two/two.js': `export default { linter: ${reporter}, fixer: ${reporter} }`,
      'node_modules/@x/textlint-rule-three/index.js': `exports.__esModule = true; exports.default = ${reporter}`,
      'node_modules/textlint-rule-preset-p/index.js': `module.exports = { rules: { a: ${reporter}, b: ${reporter}, c: ${reporter} }, rulesConfig: { a: { z: 1 } } }`,
      'node_modules/textlint-filter-rule-f/index.js': `module.exports = ${reporter}`,
      'node_modules/textlint-plugin-q/index.js': 'module.exports = { Processor: class {} }',
    });
    const set = config.rulesFor(undefined);
    expect(set.installed.map(({ ruleId, options }) => [ruleId, options])).toEqual([
      ['one', { a: 1 }],
      ['two', true],
      ['@x/three', true],
      ['./own.cjs', true],
      ['p/a', { z: 1 }],
      ['p/c', { d: 1 }],
    ]);
    expect(set.filters.map(({ ruleId, options }) => [ruleId, options])).toEqual([['f', { g: 1 }]]);
    expect(set.plugins.map(({ pluginId }) => pluginId)).toEqual(['q']);
  });

  it('may be the default one, written out', async () => {
    expect(await mistakesIn(json(defaultConfig))).toEqual([]);
  });
});
