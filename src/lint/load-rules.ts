import type { TextlintRuleModule } from '@textlint/types';
import { rules as ours } from '../../rules/index.ts';
import { loadModule, type ModuleKind, packageNames } from './load-module.ts';
import { type Bilingual, type Mistake, nearest } from './mistake.ts';

/** What a name in `"rules"` of a configuration stands for. */
export type Loaded =
  | {
      readonly kind: 'preset';
      readonly packageName: string;
      readonly rules: Readonly<Record<string, TextlintRuleModule>>;
      readonly rulesConfig: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'rule'; readonly packageName: string; readonly module: TextlintRuleModule };

const isPresetName = (name: string): boolean => /^(?:@[^/]+\/)?(?:textlint-rule-)?preset-/.test(name);
/** Presets that every installation has. */
const PRESETS = ['preset-koetsu', 'preset-ja-technical-writing'];
const isOurPreset = (name: string): boolean => name === 'preset-koetsu' || name === 'koetsu';

const OURS: Loaded = { kind: 'preset', packageName: 'koetsu', rules: ours, rulesConfig: {} };

interface Layer {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly keyPath: readonly (string | number)[];
}

/** Loads everything that the layers of `"rules"` name, by name; what cannot be loaded becomes a mistake. */
export async function loadRules(
  layers: readonly Layer[],
  root: string,
  mistakes: Mistake[],
): Promise<Map<string, Loaded>> {
  const loaded = new Map<string, Loaded>();
  const failed = new Set<string>();
  for (const { rules, keyPath } of layers) {
    // Those that are turned off too: a name that is misspelt there turns nothing off.
    for (const name of Object.keys(rules)) {
      if (loaded.has(name) || failed.has(name)) continue;
      const module = isOurPreset(name) ? OURS : await loadRule(name, root, [...keyPath, name], mistakes);
      if (module) loaded.set(name, module);
      else failed.add(name);
    }
  }
  return loaded;
}

async function loadRule(
  name: string,
  root: string,
  keyPath: Mistake['keyPath'],
  mistakes: Mistake[],
): Promise<Loaded | undefined> {
  const kind = isPresetName(name) ? 'preset' : 'rule';
  const found = await tryLoad(kind, name, root, { mistakes, keyPath: keyPath ?? [] });
  if (!found) return undefined;
  const { module, packageName } = found;
  if (kind === 'rule' && isRule(module)) return { kind, packageName, module };
  const preset = module as { rules?: Record<string, TextlintRuleModule>; rulesConfig?: Record<string, unknown> };
  if (kind === 'preset' && typeof preset?.rules === 'object') {
    return { kind, packageName, rules: preset.rules, rulesConfig: preset.rulesConfig ?? {} };
  }
  mistakes.push({
    ...(keyPath ? { keyPath } : {}),
    message: {
      ja: `${packageName} はtextlintの${kind === 'preset' ? 'プリセット' : 'ルール'}ではありません。`,
      en: `${packageName} is not a textlint ${kind}.`,
    },
  });
  return undefined;
}

/** A filter rule or plugin of the configuration. */
interface Other {
  readonly name: string;
  readonly module: unknown;
  readonly options: boolean | Readonly<Record<string, unknown>>;
}

/** Loads filter rules or plugins. `comments` is left out: koetsu reads those comments itself, to report unused ones. */
export async function loadOthers(
  kind: 'filter' | 'plugin',
  written: Readonly<Record<string, unknown>>,
  root: string,
  mistakes: Mistake[],
): Promise<Other[]> {
  const others: Other[] = [];
  for (const [name, value] of Object.entries(written)) {
    if (value === false || (kind === 'filter' && name === 'comments')) continue;
    const found = await tryLoad(kind, name, root, { mistakes, keyPath: [`${kind}s`, name] });
    const options = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : true;
    if (found) others.push({ name, module: found.module, options });
  }
  return others;
}

interface Report {
  readonly mistakes: Mistake[];
  readonly keyPath: readonly (string | number)[];
}

async function tryLoad(kind: ModuleKind, name: string, root: string, report: Report): ReturnType<typeof loadModule> {
  try {
    const found = await loadModule(kind, name, root);
    if (!found) report.mistakes.push({ keyPath: report.keyPath, message: notInstalled(kind, name) });
    return found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = { ja: `「${name}」を読み込めません（${reason}）。`, en: `"${name}" cannot be loaded: ${reason}` };
    report.mistakes.push({ keyPath: report.keyPath, message });
    return undefined;
  }
}

function notInstalled(kind: ModuleKind, name: string): Bilingual {
  const [packageName = name] = packageNames(kind, name);
  const near = kind === 'filter' || kind === 'plugin' ? undefined : nearest(name, [...PRESETS, ...Object.keys(ours)]);
  const meant = near === undefined || PRESETS.includes(near) ? near : `preset-koetsu.${near}`;
  return {
    ja: `「${name}」が見つかりません。${meant ? `「${meant}」でなければ、` : '名前を確かめるか、'}npm install --save-dev ${packageName} で入れてください。`,
    en: `"${name}" is not installed. ${meant ? `Did you mean "${meant}"? If not,` : 'Check the name, or'} run npm install --save-dev ${packageName}.`,
  };
}

function isRule(module: unknown): module is TextlintRuleModule {
  return typeof module === 'function' || typeof (module as { linter?: unknown } | null)?.linter === 'function';
}
