import { TextlintKernel, type TextlintKernelOptions, type TextlintKernelRule } from '@textlint/kernel';
import type { TextlintMessage, TextlintRuleModule, TextlintRuleReporter } from '@textlint/types';

const kernel = new TextlintKernel();

/** A rule that threw instead of reporting. */
export interface RuleFailure {
  readonly ruleId: string;
  readonly reason: string;
}

/** What counts of textlint's messages: lines and columns are made from ranges, for textlint's are sometimes wrong. */
export type InstalledMessage = Pick<
  TextlintMessage,
  'ruleId' | 'severity' | 'message' | 'range' | 'fix' | 'suggestions'
>;

export interface RunResult {
  readonly messages: readonly InstalledMessage[];
  readonly failures: readonly RuleFailure[];
}

/** Runs textlint rules on a text; one that throws fails alone. Never rejects. */
export async function runRules(text: string, options: Omit<TextlintKernelOptions, 'ext'>): Promise<RunResult> {
  const failures = new Map<string, string>();
  const rules = (options.rules ?? []).map(
    ({ ruleId, rule, ...rest }): TextlintKernelRule => ({
      ruleId,
      rule: guarded(rule, (error) => {
        if (!failures.has(ruleId)) failures.set(ruleId, reasonOf(error));
      }),
      ...rest,
    }),
  );
  try {
    const { messages } = await kernel.lintText(text, { ...options, ext: '.md', rules });
    return { messages, failures: [...failures].map(([ruleId, reason]) => ({ ruleId, reason })) };
  } catch (error) {
    return { messages: [], failures: [{ ruleId: 'textlint', reason: reasonOf(error) }] };
  }
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
