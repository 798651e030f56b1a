import {
  type CodeAction,
  type Command,
  WorkspaceEdit as Edits,
  MessageType,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding } from '../lint/finding.ts';
import type { Locale } from '../lint/mistake.ts';
import { acceptFindings } from './accept-findings.ts';
import { acceptance, actionOf, COMMANDS, FIX_ALL, findingsAskedFor, quickFixes, wants } from './actions.ts';
import { type Analysis, taskOf } from './analyse.ts';
import type { OpenDocument } from './documents.ts';
import { editsBetween } from './edits-between.ts';
import { pathOf } from './from-lsp.ts';
import { messages } from './messages.ts';
import type { Service } from './service.ts';
import { soon } from './soon.ts';
import { showMessage } from './tell.ts';
import { workspaceEditOf } from './to-lsp.ts';

/** Registers what changes texts: code actions and the commands behind them. */
export function registerEdits(service: Service): void {
  const { connection, client, indexOf } = service;
  connection.onCodeAction(async (params) => {
    const { only } = params.context;
    const { uri } = params.textDocument;
    const fixAll = only && wants(only, FIX_ALL) ? await fixAllActions(uri, service) : [];
    if (!wants(only, 'quickfix')) return fixAll;
    const analysis = await soon(uri, service);
    if (!analysis) return fixAll;
    const asked = await withSafeFixes(findingsAskedFor(params, analysis), analysis, service);
    const quick = quickFixes(asked, analysis, client, indexOf);
    const { locale } = analysis.config.data;
    const offered =
      only === undefined && analysis.findings.some(({ fix }) => fix) ? fixAllCommand(uri, locale, service) : [];
    const acceptAll =
      quick.length > 0
        ? acceptance(null, analysis, { title: messages[locale].acceptAll, diagnostics: [] }, client)
        : [];
    return [...quick, ...fixAll, ...offered, ...acceptAll];
  });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    const [first, second] = given;
    if (command === COMMANDS.open && typeof first === 'string' && client.showDocument)
      await connection.window.showDocument({ uri: first, external: true });
    if (command === COMMANDS.apply && Edits.is(first)) await apply(first, second, service);
    if (command === COMMANDS.accept && typeof first === 'string') await acceptFindings(first, second, service);
    if (command === COMMANDS.fixAll && typeof first === 'string') {
      const fix = await fixAllEdit(first, service);
      if (fix) await connection.workspace.applyEdit(fix);
    }
    return null;
  });
}

/** The findings without those fixes that would change more than they touch: as with all fixes at once, these are not made. */
async function withSafeFixes(findings: readonly Finding[], analysis: Analysis, service: Service): Promise<Finding[]> {
  const { document, config } = analysis;
  const edits = findings.flatMap(({ fix }) => fix ?? []);
  if (edits.length === 0) return [...findings];
  const task = { kind: 'harmless', edits, ...taskOf({ document, now: service.clock.now() }, config) } as const;
  const outcome = await service.fast.run(`harmless ${document.uri}`, task, true);
  const harmless = outcome.kind === 'done' ? edits.filter((_, i) => outcome.value[i]) : [];
  return findings.map(({ fix, ...finding }) => (fix && harmless.includes(fix) ? { ...finding, fix } : finding));
}

/** An edit that was made for another version is not applied. */
async function apply(
  edit: WorkspaceEdit,
  version: unknown,
  { connection, documents, settings }: Service,
): Promise<void> {
  const uris = Object.keys(edit.changes ?? {});
  const isOutdated = typeof version === 'number' && uris.some((uri) => documents.get(uri)?.version !== version);
  const result = isOutdated ? { applied: false } : await connection.workspace.applyEdit(edit);
  const { outdated } = messages[settings.current.locale ?? 'ja'];
  if (!result.applied) showMessage(connection, MessageType.Warning, outdated);
}

async function fixAllActions(uri: string, service: Service): Promise<(CodeAction | Command)[]> {
  const edit = await fixAllEdit(uri, service);
  const config = await service.configs.of(pathOf(uri));
  return edit && config
    ? actionOf({ title: messages[config.data.locale].fixAll, kind: FIX_ALL, edit }, service.client)
    : [];
}

/** Offered unasked it costs nothing before it is chosen. */
function fixAllCommand(uri: string, locale: Locale, service: Service): (CodeAction | Command)[] {
  if (!service.client.applyEdit) return [];
  const title = messages[locale].fixAll;
  const command = { title, command: COMMANDS.fixAll, arguments: [uri] };
  return service.client.actionLiterals ? [{ title, kind: FIX_ALL, command }] : [command];
}

/** All safe fixes, as `koetsu check --fix` makes them; undefined if there are none, or the text changes meanwhile. */
async function fixAllEdit(uri: string, service: Service): Promise<WorkspaceEdit | undefined> {
  const document: OpenDocument | undefined = service.documents.get(uri);
  const config = document && (await service.configs.of(document.path));
  if (!document || !config || (document.path !== undefined && config.ignores(document.path))) return undefined;
  const task = { kind: 'fix', ...taskOf({ document, now: service.clock.now() }, config) } as const;
  const outcome = await service.slow.run(`fix ${uri}`, task, true);
  if (outcome.kind !== 'done' || service.documents.get(uri) !== document) return undefined;
  const edits = editsBetween(document.text, outcome.value);
  return edits.length > 0 ? workspaceEditOf(edits, document, service.client) : undefined;
}
