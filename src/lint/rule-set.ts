import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { rules as ours } from '../../rules/index.ts';
import type { Rule, Severity } from '../../rules/rule.ts';
import type { ConfiguredRule, InstalledRule } from './config.ts';
import { mistakeOf } from './issues.ts';
import { type Mistake, unknownName } from './mistake.ts';
import type { RuleEntry } from './rule-entries.ts';
import type { Settings } from './settings.ts';

const SEVERITIES = ['error', 'warning', 'info'] as const;
/** Settings of the site that some rules also have as an option: they hold where the rule is given no option of its own. */
const SHARED_OPTIONS = ['site', 'timezone'] as const;

/** The rules that are on, options checked; mistakes in them are collected. */
export function ruleSetOf(
  entries: readonly RuleEntry[],
  settings: Settings,
  mistakes: Mistake[],
): { readonly ours: readonly ConfiguredRule[]; readonly installed: readonly InstalledRule[] } {
  const on = entries.filter((entry) => entry.value !== false);
  const configured = on
    .filter((entry) => entry.origin === 'koetsu')
    .flatMap((entry) => configure(entry, settings, mistakes) ?? []);
  const installed = on
    .filter((entry) => entry.origin === 'installed')
    .map((entry) => {
      severityOf(entry, mistakes);
      return { ruleId: entry.ruleId, rule: entry.module, options: entry.value, packageName: entry.packageName };
    });
  return { ours: configured, installed };
}

function configure(entry: RuleEntry, settings: Settings, mistakes: Mistake[]): ConfiguredRule | undefined {
  const rule = ours[entry.ruleId.replace('koetsu/', '')]?.rule;
  if (!rule) return undefined;
  const { severity: _severity, ...own } = typeof entry.value === 'object' ? entry.value : {};
  const names = optionNames(rule);
  const shared = SHARED_OPTIONS.filter((name) => names.includes(name) && settings[name] !== undefined);
  const parsed = v.safeParse(rule.options, {
    ...Object.fromEntries(shared.map((name) => [name, settings[name]])),
    ...own,
  });
  const severity = severityOf(entry, mistakes);
  if (parsed.success) return { rule, options: parsed.output, severity };
  for (const issue of parsed.issues) {
    const mistake = mistakeOf(issue, (path) => (path.length === 0 ? names : []));
    mistakes.push({ ...mistake, keyPath: [...entry.keyPath, ...(mistake.keyPath ?? [])] });
  }
  return undefined;
}

/** The options that a rule of ours knows. */
function optionNames(rule: Rule): string[] {
  return Object.keys((rule.options as GenericSchema & { entries?: object }).entries ?? {});
}

function severityOf(entry: RuleEntry, mistakes: Mistake[]): Severity | undefined {
  const given = typeof entry.value === 'object' ? entry.value.severity : undefined;
  if (given === undefined) return undefined;
  const known = SEVERITIES.find((severity) => severity === given);
  if (!known) {
    const message = unknownName({ ja: '重大度', en: 'severity' }, String(given), SEVERITIES);
    mistakes.push({ keyPath: [...entry.keyPath, 'severity'], message });
  }
  return known;
}
