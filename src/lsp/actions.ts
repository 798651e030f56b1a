import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type Position,
} from 'vscode-languageserver';
import type { Edit, Finding } from '../lint/finding.ts';
import type { Range } from '../text/range.ts';
import type { Analysis } from './analyse.ts';
import type { Client } from './client.ts';
import { disableFile, disableHere } from './disable.ts';
import type { OpenDocument } from './documents.ts';
import { rangeFromLsp } from './from-lsp.ts';
import { messages } from './messages.ts';
import { diagnosticOf, type IndexOf, rangeToLsp, workspaceEditOf } from './to-lsp.ts';

/** The kind of «fix all», below `source.fixAll`: what is not safe is no part of it. */
export const FIX_ALL = 'source.fixAll.koetsu';

/** Commands that the server performs. */
export const COMMANDS = {
  apply: 'koetsu.applyEdit',
  fixAll: 'koetsu.fixAll',
  open: 'koetsu.openRule',
  accept: 'koetsu.addToBaseline',
} as const;

/** The findings that a client asks about, from what is known already: no rule runs again. */
export function findingsAskedFor({ range, context }: CodeActionParams, { document, findings }: Analysis): Finding[] {
  const asked = rangeFromLsp(range, document.index);
  return findings.filter((finding) => touches(finding.range, asked) || isAmong(context.diagnostics, finding, document));
}

/** Quick fixes for findings whose fixes are safe. */
export function quickFixes(
  findings: readonly Finding[],
  analysis: Analysis,
  client: Client,
  indexOf: IndexOf,
): (CodeAction | Command)[] {
  return findings.flatMap((finding) => actionsFor(finding, analysis, client, indexOf));
}

/** True if a client that asks for `only` wants actions of a kind. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** Neovim asks about all diagnostics of the line, wherever in it the cursor stands. */
function isAmong(diagnostics: readonly Diagnostic[], { ruleId, range }: Finding, { index }: OpenDocument): boolean {
  if (diagnostics.length === 0) return false;
  const { start, end } = rangeToLsp(range, index);
  const isThere = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character;
  return diagnostics.some(
    (given) => given.code === ruleId && isThere(given.range.start, start) && isThere(given.range.end, end),
  );
}

function touches([start, end]: Range, [from, to]: Range): boolean {
  return start <= to && from <= end;
}

/** The action of a client that knows no literals is a command that the server performs. */
export function actionOf(
  action: CodeAction & { readonly edit: object },
  client: Client,
  version?: number,
): (CodeAction | Command)[] {
  if (client.actionLiterals) return [action];
  if (!client.applyEdit) return [];
  return [{ title: action.title, command: COMMANDS.apply, arguments: [action.edit, version] }];
}

function actionsFor(finding: Finding, analysis: Analysis, client: Client, indexOf: IndexOf): (CodeAction | Command)[] {
  const diagnostic = diagnosticOf(finding, analysis.document, client, indexOf);
  const say = messages[analysis.config.data.locale];
  const quickFix = (title: string, edits: readonly Edit[], isPreferred: boolean, placeholder?: string) =>
    actionOf(
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: workspaceEditOf(edits, analysis.document, client, placeholder),
        ...(isPreferred ? { isPreferred } : {}),
      },
      client,
      analysis.document.version,
    );
  const { fix, suggestions } = finding;
  return [
    ...(fix ? quickFix(say.fix(shownChange(fix, analysis.document.text, say.delete)), [fix], true) : []),
    ...suggestions.flatMap(({ message, edit }) => quickFix(message, [edit], false)),
    ...silences(finding, analysis).flatMap(({ title, edits }) => quickFix(title, edits, false, say.reason)),
    ...acceptance(finding, analysis, { title: say.accept(finding.ruleId), diagnostics: [diagnostic] }, client),
    ...page(finding, { title: say.openRule(finding.ruleId), diagnostics: [diagnostic] }, client),
  ];
}

type Shown = Required<Pick<CodeAction, 'title' | 'diagnostics'>>;

/**
 * Adding a finding, or all of the article (null), to the baseline. The edit is made when it is chosen: the baseline may be large,
 * and changes with each one.
 */
export function acceptance(
  finding: Finding | null,
  { document: { uri, path } }: Pick<Analysis, 'document'>,
  shown: Shown,
  client: Client,
): (CodeAction | Command)[] {
  if (!client.applyEdit || path === undefined || finding?.ruleId === 'internal-error') return [];
  return [commandAction(COMMANDS.accept, [uri, finding?.fingerprint ?? null], shown, client)];
}

function page({ docs }: Finding, shown: Shown, client: Client): (CodeAction | Command)[] {
  return docs && client.showDocument ? [commandAction(COMMANDS.open, [docs], shown, client)] : [];
}

function commandAction(name: string, given: unknown[], shown: Shown, client: Client): CodeAction | Command {
  const command = { title: shown.title, command: name, arguments: given };
  return client.actionLiterals ? { ...shown, kind: CodeActionKind.QuickFix, command } : command;
}

/** Ways to keep a rule silent; our own findings about the run are not to be silenced. */
function silences(finding: Finding, { document, facts, config }: Analysis) {
  if (!facts || !(finding.docs || finding.ruleId.startsWith('archive/'))) return [];
  const say = messages[config.data.locale];
  const here = disableHere(finding, document.text, facts, say.reason);
  const everywhere = disableFile(finding, document.text, facts, say.reason);
  return [
    ...(here ? [{ title: say.disableHere(finding.ruleId), edits: here }] : []),
    ...(everywhere ? [{ title: say.disableFile(finding.ruleId), edits: [everywhere] }] : []),
  ];
}

function shownChange({ range, text }: Edit, article: string, deleted: string): string {
  const short = (part: string): string => {
    const line = part.replaceAll(/\s+/g, ' ').trim();
    return line.length > 24 ? `${line.slice(0, 24).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  };
  const before = short(article.slice(...range));
  if (text.trim() === '') return before ? `${deleted} 「${before}」` : deleted;
  return `${before ? `「${before}」→` : ''}「${short(text)}」`;
}
