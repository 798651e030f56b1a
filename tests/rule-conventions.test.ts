import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import preset, { rules } from '../rules/index.ts';
import { defaultConfig } from '../src/lint/default-config.ts';
import { VERSION } from '../src/lint/docs.ts';
import { ROOT } from './support/built.ts';
import { problemsOf } from './support/rule-tester.ts';

const HEADINGS = ['## Bad', '## Good', '## Options', '## When not to use it', '## Measured'];
const EXAMPLE = /^````markdown *(\{.*\})?\n([\s\S]*?)^````/gm;

const pageOf = (id: string): string => readFileSync(join(ROOT, 'rules', id, 'README.md'), 'utf8');

interface OptionSchema {
  readonly type: string;
  readonly wrapped?: OptionSchema;
  readonly pipe?: readonly {
    readonly type: string;
    readonly description?: string;
    readonly metadata?: { readonly ja?: string };
  }[];
}

/** What a schema of valibot says about itself, in both languages; a default is wrapped around it. */
function described(schema: OptionSchema): { en: string; ja: string } {
  const pipe = schema.pipe ?? schema.wrapped?.pipe ?? [];
  return {
    en: pipe.find((action) => action.type === 'description')?.description ?? '',
    ja: pipe.find((action) => action.type === 'metadata')?.metadata?.ja ?? '',
  };
}

describe.each(Object.entries(rules))('%s', (id, module) => {
  const { rule } = module;
  const entries = Object.entries((rule.options as unknown as { entries: Record<string, OptionSchema> }).entries);

  it('is named as its folder, in kebab case', () => {
    expect(rule.id).toBe(id);
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(existsSync(join(ROOT, 'rules', id, 'rule.ts'))).toBe(true);
  });

  it('has a page with the headings of rules/README.md, in their order', () => {
    const page = pageOf(id);
    expect(page.startsWith(`# ${id}\n\n`)).toBe(true);
    const headings = page.replaceAll(/^````[\s\S]*?^````/gm, '').match(/^## .*$/gm);
    expect(headings).toEqual(HEADINGS);
    expect(page.slice(id.length + 4, page.indexOf('## Bad')).trim().length).toBeGreaterThan(100);
    expect(page.slice(page.indexOf('## Measured')).trim().length).toBeGreaterThan(50);
  });

  it('has a table of tests', () => {
    // A rule of many parts has a folder of them.
    const places = [`${id}.test.ts`, id].map((name) => join(ROOT, 'tests/rules', name));
    expect(places.some((place) => existsSync(place))).toBe(true);
  });

  it('parses no options, and rejects unknown ones', () => {
    expect(v.safeParse(rule.options, {}).success).toBe(true);
    expect(v.safeParse(rule.options, { noSuchOption: 1 }).success).toBe(false);
  });

  it('explains every option in both languages, and in its page', () => {
    const options = pageOf(id).split('## Options')[1] ?? '';
    for (const [name, schema] of entries) {
      const { en, ja } = described(schema);
      expect(en, `${name} in English`).toMatch(/\S/);
      expect(ja, `${name} in Japanese`).toMatch(/[\u3040-\u30FF\u4E00-\u9FFF]/);
      expect(options, `${name} in the page`).toContain(`\`${name}\``);
    }
  });

  it('describes itself in one sentence a language', () => {
    expect(rule.description.ja).toMatch(/^[^\n]+。$/u);
    expect(rule.description.en).toMatch(/^[^\n]+\.$/u);
  });

  it('says one sentence a finding, in both languages', async () => {
    const examples = Array.from(pageOf(id).matchAll(EXAMPLE), ([, given, text = '']) => ({
      text,
      ...(given ? JSON.parse(given) : {}),
    }));
    const problems = (await Promise.all(examples.map((example) => problemsOf(module, example)))).flat();
    expect(problems.length).toBeGreaterThan(0);
    for (const { message, range, related = [] } of problems) {
      expect(message.ja).toMatch(/^[^\n]+。$/u);
      expect(message.en).toMatch(/^[^\n]+[.?!]$/u);
      expect(message.en).not.toMatch(/。$/);
      expect(range[1]).toBeGreaterThan(range[0]);
      for (const place of related) expect([place.message.ja, place.message.en].join()).not.toMatch(/\n/);
    }
  });
});

describe('the package', () => {
  const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

  it('is a textlint preset of all rules', () => {
    expect(Object.keys(preset.rules)).toEqual(Object.keys(rules));
    expect(preset.rulesConfig).toEqual(Object.fromEntries(Object.keys(rules).map((id) => [id, true])));
  });

  it('has one version', () => {
    expect(VERSION).toBe(read('package.json').version);
  });

  it('has a folder for every rule, and no other', () => {
    const folders = readdirSync(join(ROOT, 'rules'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).sort()).toEqual(Object.keys(rules).sort());
  });

  it('is checked with its own default configuration', () => {
    const { $schema, ...config } = read('.textlintrc.json');
    expect($schema).toBe('./dist/schema.json');
    expect(config).toEqual(defaultConfig);
  });
});
