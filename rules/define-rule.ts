import type { TxtDocumentNode } from '@textlint/ast-node-types';
import type { TextlintFixableRuleModule, TextlintRuleContext, TextlintRuleOptions } from '@textlint/types';
import { type GenericSchema, parse } from 'valibot';
import type { Document } from '../src/document/document.ts';
import { parseDocument } from '../src/document/parse-document.ts';
import { loadTokenizer } from '../src/text/load-tokenizer.ts';
import { wholeCharacters } from '../src/text/range.ts';
import type { Problem, Rule } from './rule.ts';

/** A textlint rule that also carries koetsu's own form of it, which the doors of koetsu run without a textlint tree. */
export interface RuleModule extends TextlintFixableRuleModule {
  readonly rule: Rule;
}

/** Every rule of a run asks for the same root node: the article is parsed once. */
const documents = new WeakMap<TxtDocumentNode, Promise<Document>>();

/** Makes a textlint rule of a koetsu rule. Stock textlint shows Japanese messages and applies the safe fixes. */
export function defineRule<S extends GenericSchema<unknown, object>>(rule: Rule<S>): RuleModule {
  const linter = (context: Readonly<TextlintRuleContext>, options: TextlintRuleOptions = {}) => {
    const { severity: _ours, ...own } = options;
    const parsed = parse(rule.options, own);
    return {
      async [context.Syntax.Document](node: TxtDocumentNode): Promise<void> {
        const document = await documentOf(node, context);
        for (const problem of rule.check(document, parsed, { now: new Date() })) report(problem, node, context);
      },
    };
  };
  return { linter, fixer: linter, rule: rule as unknown as Rule };
}

function documentOf(node: TxtDocumentNode, context: Readonly<TextlintRuleContext>): Promise<Document> {
  const known = documents.get(node) ?? read(context);
  documents.set(node, known);
  return known;
}

async function read(context: Readonly<TextlintRuleContext>): Promise<Document> {
  return parseDocument(context.getSource(), await loadTokenizer(), context.getFilePath());
}

function report(problem: Problem, node: TxtDocumentNode, context: Readonly<TextlintRuleContext>): void {
  const { locator, fixer, RuleError, report } = context;
  const details = {
    padding: locator.range(wholeCharacters(problem.range, context.getSource())),
    ...(problem.fix ? { fix: fixer.replaceTextRange(problem.fix.range, problem.fix.text) } : {}),
    ...(problem.suggestions
      ? {
          suggestions: problem.suggestions.map(({ message, edit }, i) => ({
            id: `${i + 1}`,
            message: message.ja,
            fix: fixer.replaceTextRange(edit.range, edit.text),
          })),
        }
      : {}),
  };
  report(node, new RuleError(problem.message.ja, details));
}
