import { createHash } from 'node:crypto';
import { type Diagnostic, DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from './analyse.ts';
import type { Service } from './service.ts';
import { soon } from './soon.ts';
import { refresh, sendDiagnostics } from './tell.ts';
import { diagnosticOf } from './to-lsp.ts';

/** The findings of an article as diagnostics. */
export function diagnosticsOf(
  { document, findings }: Pick<Analysis, 'document' | 'findings'>,
  { client, indexOf }: Service,
): Diagnostic[] {
  return findings.map((finding) => diagnosticOf(finding, document, client, indexOf));
}

/** Sends diagnostics as they come to a client that does not ask for them; the same ones only once. */
export function createPublisher(): {
  readonly publish: (analysis: Analysis, service: Service) => void;
  readonly clear: (uri: string, service: Service) => void;
} {
  const sent = new Map<string, string>();
  return {
    publish: (analysis, service) => {
      const { uri, version } = analysis.document;
      const diagnostics = diagnosticsOf(analysis, service);
      const content = JSON.stringify([version, diagnostics]);
      if (sent.get(uri) === content) return;
      sent.set(uri, content);
      sendDiagnostics(service.connection, { uri, version, diagnostics });
    },
    clear: (uri, { connection }) => {
      if (sent.delete(uri)) sendDiagnostics(connection, { uri, diagnostics: [] });
    },
  };
}

/** Answers a client that pulls: with all findings, or, if other rules take long, with ours, and with all when it asks again. */
export function registerPull(service: Service): void {
  const { connection, client, analyses, documents } = service;
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    if (!documents.get(uri)) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const analysis = await soon(uri, service);
    if (!analysis && !documents.get(uri)) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    // The text changed meanwhile: an answer would be stale.
    if (!analysis) throw new ResponseError(LSPErrorCodes.ServerCancelled, 'outdated', { retriggerRequest: true });
    if (!analysis.complete) void analyses.complete(uri).then((all) => all && refresh(connection, client));
    const items = diagnosticsOf(analysis, service);
    const resultId = resultIdOf(items);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
}

/** Equal for equal diagnostics. The version in `data` is left out: it changes with every key. */
function resultIdOf(items: readonly Diagnostic[]): string {
  const content = JSON.stringify(items.map(({ data: _data, ...item }) => item));
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
