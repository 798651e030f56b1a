import type { TextlintKernelRule } from '@textlint/kernel';
import type { Range } from '../text/range.ts';
import type { RuleSet } from './config.ts';
import { fastTokenizer } from './fast-rules/switch.ts';
import { MARKDOWN } from './markdown.ts';
import { kernelRule, runOnBlocks } from './run-on-blocks.ts';
import { type RunResult, runRules } from './run-rules.ts';

/** A finding of ours that the filter rules of the user may drop. */
export interface Replayed {
  readonly ruleId: string;
  readonly message: string;
  readonly range: Range;
}

/**
 * Messages of the installed rules on a text without BOM; a rule that throws fails alone. Never rejects. `replayed` are reported
 * again as they are, so that filter rules see them: those that the filters leave are among the messages.
 */
export async function runInstalled(
  text: string,
  filePath: string | undefined,
  set: Pick<RuleSet, 'installed' | 'filters' | 'plugins'>,
  replayed: readonly Replayed[] = [],
): Promise<RunResult> {
  const onBlocks = fastTokenizer() && set.filters.length + set.plugins.length + replayed.length === 0;
  const result = onBlocks ? await runOnBlocks(text, filePath, set.installed) : undefined;
  if (result) return result;
  return runRules(text, {
    ...(filePath === undefined ? {} : { filePath }),
    plugins: [MARKDOWN, ...set.plugins],
    rules: [...set.installed.map(kernelRule), ...replay(replayed)],
    filterRules: [...set.filters],
  });
}

function replay(findings: readonly Replayed[]): TextlintKernelRule[] {
  return [...new Set(findings.map((finding) => finding.ruleId))].map((ruleId) => ({
    ruleId,
    rule: ({ Syntax, RuleError, locator, report }) => ({
      [Syntax.Document](node) {
        for (const { message, range } of findings.filter((finding) => finding.ruleId === ruleId))
          report(node, new RuleError(message, { padding: locator.range(range) }));
      },
    }),
  }));
}
