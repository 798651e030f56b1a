import { relative, sep } from 'node:path';
import type { TextlintFilterRuleReporter, TextlintPluginCreator } from '@textlint/types';
import picomatch from 'picomatch';
import * as v from 'valibot';
import type { Config, RuleSet } from './config.ts';
import { defaultConfig } from './default-config.ts';
import { mistakeOf } from './issues.ts';
import { type Loaded, loadOthers, loadRules } from './load-rules.ts';
import { fail, type Mistake, type Result, succeed, unknownName } from './mistake.ts';
import { findConfigFile, type RawConfig, readConfigFile } from './read-config.ts';
import { type RuleEntry, readRules } from './rule-entries.ts';
import { ruleSetOf } from './rule-set.ts';
import { type Settings, settingsSchema } from './settings.ts';

const TOP_LEVEL = ['$schema', 'rules', 'filters', 'plugins', 'koetsu'];

/** Finds, reads and checks the configuration for a folder; without a file the default one. All mistakes at once. */
export async function loadConfig(cwd: string, file?: string): Promise<Result<Config>> {
  const found = file === undefined ? findConfigFile(cwd) : succeed(file);
  if (!found.ok) return found;
  const raw = found.value === undefined ? succeed(builtIn(cwd)) : readConfigFile(found.value);
  return raw.ok ? checkConfig(raw.value) : raw;
}

function builtIn(root: string): RawConfig {
  return { file: undefined, root, data: defaultConfig, placeOf: () => undefined };
}

/** Checks a configuration against the rules that are installed, and loads them. */
export async function checkConfig(raw: RawConfig): Promise<Result<Config>> {
  const mistakes: Mistake[] = [];
  for (const key of Object.keys(raw.data).filter((key) => !TOP_LEVEL.includes(key))) {
    mistakes.push({ keyPath: [key], message: unknownName({ ja: '設定', en: 'option' }, key, TOP_LEVEL) });
  }
  const settings = readSettings(Array.isArray(raw.data.koetsu) ? null : (raw.data.koetsu ?? {}), mistakes);
  const written = { 'preset-koetsu': true, ...recordAt('rules', raw, mistakes) };
  const layers = [
    { rules: written, keyPath: ['rules'] },
    ...(settings.overrides ?? []).map(({ rules }, i) => ({ rules, keyPath: ['koetsu', 'overrides', i, 'rules'] })),
  ];
  const loaded = await loadRules(layers, raw.root, mistakes);
  const filters = await loadOthers('filter', recordAt('filters', raw, mistakes), raw.root, mistakes);
  const plugins = await loadOthers('plugin', recordAt('plugins', raw, mistakes), raw.root, mistakes);
  const build = (chosen: readonly number[]): RuleSet => ({
    ...ruleSetOf(
      entriesOf(
        [0, ...chosen.map((i) => i + 1)].flatMap((i) => layers[i] ?? []),
        loaded,
        mistakes,
      ),
      settings,
      mistakes,
    ),
    filters: filters.map(({ name, module, options }) => ({
      ruleId: name,
      rule: module as TextlintFilterRuleReporter,
      options,
    })),
    plugins: plugins.map(({ name, module, options }) => ({
      pluginId: name,
      plugin: module as TextlintPluginCreator,
      options,
    })),
  });
  for (const chosen of [[], ...layers.slice(1).map((_, i) => [i])]) build(chosen);
  if (mistakes.length > 0) return fail(...distinct(mistakes).map((mistake) => locate(mistake, raw)));
  const { locale = 'ja' } = settings;
  const { file, root, data } = raw;
  return succeed({ file, root, data, settings, locale, rulesFor: byPath(root, settings, build) });
}

interface Layer {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly keyPath: readonly (string | number)[];
}

function entriesOf(layers: readonly Layer[], loaded: ReadonlyMap<string, Loaded>, mistakes: Mistake[]): RuleEntry[] {
  const entries = new Map<string, RuleEntry>();
  for (const { rules, keyPath } of layers) readRules(rules, loaded, { entries, mistakes, keyPath });
  return [...entries.values()];
}

function readSettings(written: unknown, mistakes: Mistake[]): Settings {
  const parsed = v.safeParse(settingsSchema, written);
  if (parsed.success) return parsed.output;
  const keysAt = (path: readonly string[]): string[] =>
    path.length === 0 ? Object.keys(settingsSchema.entries) : path[0] === 'overrides' ? ['files', 'rules'] : [];
  for (const issue of parsed.issues) {
    const mistake = mistakeOf(issue, keysAt);
    mistakes.push({ ...mistake, keyPath: ['koetsu', ...(mistake.keyPath ?? [])] });
  }
  return {};
}

function recordAt(key: string, raw: RawConfig, mistakes: Mistake[]): Readonly<Record<string, unknown>> {
  const value = raw.data[key] ?? {};
  if (Array.isArray(value)) return Object.fromEntries(value.map((name) => [String(name), true]));
  if (typeof value === 'object') return value as Readonly<Record<string, unknown>>;
  mistakes.push({ keyPath: [key], message: { ja: 'オブジェクトを指定してください。', en: 'An object is expected.' } });
  return {};
}

/** Rule sets by the overrides that match a path: there are few of them, so each is built once. */
function byPath(root: string, settings: Settings, build: (chosen: readonly number[]) => RuleSet): Config['rulesFor'] {
  const matchers = (settings.overrides ?? []).map(({ files }) => picomatch([...files], { dot: true }));
  const built = new Map<string, RuleSet>();
  return (path) => {
    const own = path === undefined ? '' : relative(root, path).split(sep).join('/');
    const chosen = [...matchers.keys()].filter((i) => own !== '' && matchers[i]?.(own));
    const key = chosen.join(',');
    const set = built.get(key) ?? build(chosen);
    built.set(key, set);
    return set;
  };
}

function distinct(mistakes: readonly Mistake[]): Mistake[] {
  return [...new Map(mistakes.map((mistake) => [JSON.stringify(mistake), mistake])).values()];
}

function locate(mistake: Mistake, raw: RawConfig): Mistake {
  return { ...mistake, ...(raw.file ? { file: raw.file } : {}), ...raw.placeOf(mistake.keyPath ?? []) };
}
