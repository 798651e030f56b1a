import { TextlintKernel, type TextlintKernelRule } from '@textlint/kernel';
import { moduleInterop } from '@textlint/module-interop';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import type { TextlintMessage, TextlintPluginCreator, TextlintRuleModule, TextlintRuleReporter } from '@textlint/types';
import type { Range } from '../text/range.ts';
import type { RuleSet } from './config.ts';

const kernel = new TextlintKernel();
const MARKDOWN = { pluginId: 'markdown', plugin: moduleInterop(markdownPlugin) as unknown as TextlintPluginCreator };

/** A rule that threw instead of reporting. */
export interface RuleFailure {
  readonly ruleId: string;
  readonly reason: string;
}

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
): Promise<{ readonly messages: readonly TextlintMessage[]; readonly failures: readonly RuleFailure[] }> {
  const failures = new Map<string, string>();
  const rules = set.installed.map(({ ruleId, rule, options }) => ({
    ruleId,
    options: options ?? true,
    rule: guarded(rule, (error) => {
      if (!failures.has(ruleId)) failures.set(ruleId, reasonOf(error));
    }),
  }));
  try {
    const { messages } = await kernel.lintText(text, {
      ext: '.md',
      ...(filePath === undefined ? {} : { filePath }),
      plugins: [MARKDOWN, ...set.plugins],
      rules: [...rules, ...replay(replayed)],
      filterRules: [...set.filters],
    });
    return { messages, failures: [...failures].map(([ruleId, reason]) => ({ ruleId, reason })) };
  } catch (error) {
    return { messages: [], failures: [{ ruleId: 'textlint', reason: reasonOf(error) }] };
  }
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

/** The same rule, but what it throws, at once or later, goes to `onError`. */
function guarded(rule: TextlintRuleModule, onError: (error: unknown) => void): TextlintRuleModule {
  const guard =
    (reporter: TextlintRuleReporter): TextlintRuleReporter =>
    (context, options) => {
      try {
        const handlers = Object.entries(reporter(context, options)) as [string, Handler][];
        const entries = handlers.map(([type, handler]) => [type, guardedHandler(handler, onError)]);
        return Object.fromEntries(entries) as ReturnType<TextlintRuleReporter>;
      } catch (error) {
        onError(error);
        return {};
      }
    };
  return typeof rule === 'function' ? guard(rule) : { linter: guard(rule.linter), fixer: guard(rule.fixer) };
}

type Handler = (node: unknown) => unknown;

function guardedHandler(handler: Handler, onError: (error: unknown) => void): Handler {
  return (node) => {
    try {
      const result = handler(node);
      return result instanceof Promise ? result.catch(onError) : result;
    } catch (error) {
      return onError(error);
    }
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
