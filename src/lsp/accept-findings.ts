import { MessageType, type TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from './analyse.ts';
import { entriesOf } from './baselines.ts';
import type { Client } from './client.ts';
import { messages } from './messages.ts';
import type { Service } from './service.ts';
import { showMessage } from './tell.ts';
import { uriOf } from './to-lsp.ts';
import { reload } from './workspace.ts';

/**
 * Adds a finding of an article, by its fingerprint, or all of them (null) to the baseline, by an edit that the client makes. One
 * that is not there any more is refused.
 */
export async function acceptFindings(uri: string, fingerprint: unknown, service: Service): Promise<void> {
  const { connection, analyses, baselines } = service;
  const analysis = await analyses.complete(uri);
  const path = analysis?.document.path;
  if (!analysis || path === undefined) return refuse(analysis, service);
  const { data, baseline } = analysis.config;
  const chosen = analysis.findings.filter((finding) => fingerprint === null || finding.fingerprint === fingerprint);
  const added = entriesOf(chosen, path, data);
  if (added.length === 0) return refuse(analysis, service);
  const { encoding } = service.client;
  const task = { kind: 'accept', config: data, edited: baselines.editedText(baseline.file), added, encoding } as const;
  const outcome = await service.fast.run(`accept ${uri}`, task, true);
  if (outcome.kind !== 'done') return;
  if (!outcome.value.ok) {
    const [mistake] = outcome.value.mistakes;
    if (mistake) showMessage(connection, MessageType.Error, mistake.message[data.locale]);
    return;
  }
  const { edits, exists, text } = outcome.value.value;
  const edit = baselineEdit(uriOf(baseline.file), edits, exists, service.client);
  const { applied } = await connection.workspace.applyEdit({ label: messages[data.locale].acceptAll, edit });
  if (!applied) return;
  // The editor holds it, saved or not: what was accepted goes at once.
  baselines.edited(baseline.file, text);
  reload(service);
}

function refuse(analysis: Analysis | undefined, { connection, settings }: Service): void {
  const locale = analysis?.config.data.locale ?? settings.current.locale ?? 'ja';
  showMessage(connection, MessageType.Warning, messages[locale].outdated);
}

/** The edit of a baseline, which the server does not see in the editor: so its version is null, as the protocol wants it. */
function baselineEdit(uri: string, edits: readonly TextEdit[], exists: boolean, client: Client): WorkspaceEdit {
  if (!client.documentChanges) return { changes: { [uri]: [...edits] } };
  const change: TextDocumentEdit = { textDocument: { uri, version: null }, edits: [...edits] };
  const create = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
  return { documentChanges: exists || !client.createsFiles ? [change] : [create, change] };
}
