import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextlintKernelDescriptor } from '@textlint/kernel';
import { moduleInterop } from '@textlint/module-interop';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import type { TextlintMessage, TextlintPluginCreator, TextlintRuleOptions } from '@textlint/types';
import { createLinter } from 'textlint';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RuleModule } from '../rules/define-rule.ts';
import { rules } from '../rules/index.ts';
import type { Config } from '../src/lint/config.ts';
import type { Finding } from '../src/lint/finding.ts';
import { lintText } from '../src/lint/lint-text.ts';
import { loadTokenizer } from '../src/text/load-tokenizer.ts';
import { buildOnce, ROOT } from './support/built.ts';
import { folderWith } from './support/folder.ts';

/** Stock textlint reads the clock: so do we here. */
const now = new Date();

interface Example {
  readonly id: string;
  readonly text: string;
  readonly options: TextlintRuleOptions;
  readonly path: string;
}

const EXAMPLE = /^````markdown *(\{.*\})?\n([\s\S]*?)^````/gm;

/** The examples in the pages of all rules. */
const examples: readonly Example[] = Object.keys(rules).flatMap((id) => {
  const page = readFileSync(join(ROOT, 'rules', id, 'README.md'), 'utf8');
  return Array.from(page.matchAll(EXAMPLE), ([, given = '{}', text = '']) => {
    const { options = {}, path = 'article.md' } = JSON.parse(given);
    return { id, text, options, path: join('/site', path) };
  });
});

let built: { readonly rules: Readonly<Record<string, RuleModule>> };

beforeAll(async () => {
  await buildOnce();
  built = (await import(pathToFileURL(join(ROOT, 'dist/rules/index.js')).href)).default;
});

/** What both say of a finding. */
function shapeOf({ ruleId, message, range, fix }: TextlintMessage | Finding) {
  return { ruleId, message, range: [...range], fix: fix ? { range: [...fix.range], text: fix.text } : undefined };
}

async function ours(text: string, path: string, options: Readonly<Record<string, TextlintRuleOptions>>) {
  const set = {
    ours: Object.entries(options).flatMap(([id, given]) => {
      const rule = rules[id]?.rule;
      return rule ? [{ rule, options: v.parse(rule.options, given), severity: undefined }] : [];
    }),
    installed: [],
    filters: [],
    plugins: [],
  };
  const config: Config = { file: undefined, root: '/site', settings: {}, locale: 'ja', data: {}, rulesFor: () => set };
  const findings = await lintText({ text, path }, config, { tokenize: await loadTokenizer(), now });
  return findings.map(shapeOf).sort(byPlace);
}

async function stock({ id, text, options, path }: Example) {
  const rule = built.rules[id];
  if (!rule) throw new Error(`${id} is not built`);
  const plugin = moduleInterop(markdownPlugin) as unknown as TextlintPluginCreator;
  const descriptor = new TextlintKernelDescriptor({
    rules: [{ ruleId: `koetsu/${id}`, rule, options }],
    plugins: [{ pluginId: '@textlint/markdown', plugin, options: true }],
    filterRules: [],
  });
  const { messages } = await createLinter({ descriptor }).lintText(text, path);
  return messages.map(shapeOf).sort(byPlace);
}

type Shape = ReturnType<typeof shapeOf>;

function byPlace(a: Shape, b: Shape): number {
  const keys = [a, b].map(
    ({ ruleId, range, message }) => `${range.map((n) => `${n}`.padStart(9)).join()} ${ruleId} ${message}`,
  );
  return (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1;
}

describe('stock textlint', () => {
  it.each(examples.map((example, i) => ({ ...example, i })))('finds the same: $id, example $i', async (example) => {
    expect(await stock(example)).toEqual(await ours(example.text, example.path, { [example.id]: example.options }));
  });

  it('finds the same with the packed package, by the name preset-koetsu', async () => {
    const files = Object.fromEntries(examples.map(({ text }, i) => [`posts/${i}.md`, text]));
    const root = folderWith({ ...files, '.textlintrc.json': '{ "rules": { "preset-koetsu": true } }' });
    installInto(root);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...SEEN_IN_PLACE, join(root, 'node_modules/textlint/bin/textlint.js'), '--format', 'json', 'posts/*.md'],
      { cwd: root, encoding: 'utf8', maxBuffer: 1e9 },
    );
    expect(stderr).toBe('');
    const results: { filePath: string; messages: TextlintMessage[] }[] = JSON.parse(stdout);
    const byFile = new Map(results.map(({ filePath, messages }) => [basename(filePath), messages]));
    expect(byFile.size).toBe(examples.length);
    const defaults = Object.fromEntries(Object.keys(rules).map((id) => [id, {}]));
    for (const [i, { text }] of examples.entries()) {
      const found = (byFile.get(`${i}.md`) ?? []).map(shapeOf).sort(byPlace);
      expect(found, `example ${i}`).toEqual(await ours(text, join(root, `posts/${i}.md`), defaults));
    }
    expect(results.some(({ messages }) => messages.length > 0)).toBe(true);
  });
});

/** Node takes linked packages for what npm would have put there. */
const SEEN_IN_PLACE = ['--preserve-symlinks', '--preserve-symlinks-main'];

/** Packs the package and puts it where npm would; all other packages are linked to those of the repository. */
function installInto(root: string): void {
  const npm = ['pack', '--ignore-scripts', '--silent', '--pack-destination', root];
  const tarball = execFileSync('npm', npm, { cwd: ROOT, encoding: 'utf8' }).trim();
  const target = join(root, 'node_modules/koetsu');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', join(root, tarball), '-C', target, '--strip-components=1']);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  }
}
