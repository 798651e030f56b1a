import { join } from 'node:path';
import type { TextlintMessage, TextlintRuleModule } from '@textlint/types';
import { loadModule } from '../../src/lint/load-module.ts';
import type { runInstalled } from '../../src/lint/run-installed.ts';

/** Rules as `runInstalled` takes them. */
export type Rules = Parameters<typeof runInstalled>[2];

interface Preset {
  readonly rules: Readonly<Record<string, TextlintRuleModule>>;
  readonly rulesConfig: Readonly<Record<string, boolean | Readonly<Record<string, unknown>>>>;
}

/** preset-ja-technical-writing with its own options, rule ids without prefix. */
export async function presetRules(): Promise<Rules> {
  const loaded = await loadModule('preset', 'preset-ja-technical-writing', join(import.meta.dirname, '../..'));
  const preset = loaded?.module as Preset | undefined;
  const { rules, rulesConfig } = preset ?? { rules: {}, rulesConfig: {} };
  const installed = Object.entries(rules).map(([ruleId, rule]) => {
    const written = rulesConfig[ruleId];
    return { ruleId, rule, options: typeof written === 'object' ? written : undefined };
  });
  return { installed, filters: [], plugins: [] } as unknown as Rules;
}

/** What has to be equal of a message. */
export function essence(message: Pick<TextlintMessage, 'ruleId' | 'message' | 'range' | 'fix' | 'severity'>): string {
  const { ruleId, range, fix, severity } = message;
  return JSON.stringify([ruleId, message.message, range, fix, severity]);
}
