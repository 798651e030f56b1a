import type { TextlintRuleModule } from '@textlint/types';
import type { Loaded } from './load-rules.ts';
import { type Bilingual, type Mistake, unknownName } from './mistake.ts';

/** One rule with the value that the configuration gives it: false turns it off, true means its defaults. */
export interface RuleEntry {
  readonly ruleId: string;
  readonly origin: 'koetsu' | 'installed';
  readonly packageName: string;
  readonly module: TextlintRuleModule;
  readonly value: boolean | Readonly<Record<string, unknown>>;
  /** Where the value is written. */
  readonly keyPath: readonly (string | number)[];
}

type Preset = Extract<Loaded, { kind: 'preset' }>;

/** Where what is read goes to, and where it is written. */
interface Target {
  readonly entries: Map<string, RuleEntry>;
  readonly mistakes: Mistake[];
  readonly keyPath: readonly (string | number)[];
}

const RULE: Bilingual = { ja: 'ルール', en: 'rule' };

/**
 * Reads `"rules"` on top of what is already set; a rule that is named again takes the new value. Mistakes are collected:
 * unknown rules of a preset and values that are neither boolean nor object.
 */
export function readRules(
  written: Readonly<Record<string, unknown>>,
  loaded: ReadonlyMap<string, Loaded>,
  into: Target,
): void {
  for (const [name, value] of Object.entries(written)) {
    const module = loaded.get(name);
    const keyPath = [...into.keyPath, name];
    if (!isRuleValue(value)) into.mistakes.push(wrongValue(keyPath));
    else if (module?.kind === 'rule') {
      into.entries.set(name, {
        ruleId: name,
        origin: 'installed',
        packageName: module.packageName,
        module: module.module,
        value,
        keyPath,
      });
    } else if (module) readPreset(name, module, value, { ...into, keyPath });
  }
}

function readPreset(name: string, preset: Preset, value: RuleEntry['value'], into: Target): void {
  const { rules, rulesConfig, packageName } = preset;
  const prefix = name.replace(/(^|\/)(?:textlint-rule-)?preset-/, '$1');
  const own = typeof value === 'object' ? value : {};
  checkNames(own, Object.keys(rules), into);
  for (const [id, module] of Object.entries(rules)) {
    const ruleId = `${prefix}/${id}`;
    const fallback = asRuleValue(rulesConfig[id]);
    const unchanged = into.entries.get(ruleId)?.value ?? fallback;
    into.entries.set(ruleId, {
      ruleId,
      origin: packageName === 'koetsu' ? 'koetsu' : 'installed',
      packageName,
      module,
      value: typeof value === 'object' ? chosenValue(own[id], unchanged, fallback) : value && fallback,
      keyPath: [...into.keyPath, id],
    });
  }
}

function checkNames(own: Readonly<Record<string, unknown>>, names: readonly string[], into: Target): void {
  for (const [id, given] of Object.entries(own)) {
    const keyPath = [...into.keyPath, id];
    if (!names.includes(id)) into.mistakes.push({ keyPath, message: unknownName(RULE, id, names) });
    else if (!isRuleValue(given)) into.mistakes.push(wrongValue(keyPath));
  }
}

function chosenValue(given: unknown, unchanged: RuleEntry['value'], fallback: RuleEntry['value']): RuleEntry['value'] {
  if (given === undefined) return unchanged;
  return given === true ? fallback : asRuleValue(given);
}

function asRuleValue(value: unknown): RuleEntry['value'] {
  return isRuleValue(value) ? value : true;
}

function isRuleValue(value: unknown): value is boolean | Readonly<Record<string, unknown>> {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

function wrongValue(keyPath: readonly (string | number)[]): Mistake {
  return {
    keyPath,
    message: {
      ja: 'ルールには true、false かオプションのオブジェクトを指定してください。',
      en: 'A rule takes true, false or an object of options.',
    },
  };
}
