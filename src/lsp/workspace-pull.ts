import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../lint/finding.ts';
import { taskOf } from './analyse.ts';
import { articlePaths } from './article-paths.ts';
import { rootOf } from './config-folder.ts';
import type { ActiveConfig } from './configs.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { documentOf } from './documents.ts';
import { readText, type Service } from './service.ts';
import { uriOf } from './to-lsp.ts';

/** Answers with the findings of all articles that are not open, one article at a time, as soon as each is known. */
export function registerWorkspacePull(service: Service): void {
  service.connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for await (const report of reports(previous, { service, token })) {
      if (partial) partial.report({ items: [report] });
      else items.push(report);
    }
    return { items };
  });
}

async function* reports(
  previous: ReadonlyMap<string, string>,
  asking: Asking,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
  const { configs, roots } = asking.service;
  for (const root of roots) {
    const config = await configs.of(join(root, 'article.md'));
    if (!config) continue;
    for (const path of await articlePaths(config.data)) {
      // The articles of a root within this one are its own.
      if ((rootOf(path, [...roots]) ?? root) !== root) continue;
      const report = await reportOf(path, config, previous.get(uriOf(path)), asking);
      if (report) yield report;
    }
  }
}

interface Asking {
  readonly service: Service;
  readonly token: CancellationToken;
}

/** Undefined for articles that are open (they are asked for by themselves), ignored or gone. */
async function reportOf(
  path: string,
  config: ActiveConfig,
  previous: string | undefined,
  { service, token }: Asking,
): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  const isOpen = service.documents.all().some((document) => document.path === path);
  const across = service.across.inFile(path, config.data);
  const resultId = isOpen || config.ignores(path) ? undefined : await stateOf(path, config, across);
  if (resultId === undefined) return undefined;
  const uri = uriOf(path);
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId };
  const text = readText(path);
  if (text === undefined) return undefined;
  const document = documentOf({ uri, version: 0, text }, service.client.encoding);
  const task = { kind: 'all', ...taskOf({ document, now: service.clock.now() }, config) } as const;
  const outcome = await service.slow.run(`file ${path}`, task);
  if (outcome.kind !== 'done') return undefined;
  const findings = config.baseline.newOf(path, [...outcome.value, ...across]);
  const items = diagnosticsOf({ document, findings }, service);
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
}

/** Names the file as it is now and the configuration; what was found is not kept, for there may be thousands of articles. */
async function stateOf(
  path: string,
  { data, baseline }: ActiveConfig,
  across: readonly Finding[],
): Promise<string | undefined> {
  try {
    const { mtimeMs, size } = await stat(path);
    return createHash('sha256')
      .update(`${mtimeMs} ${size} ${data.locale} ${baseline.id} ${JSON.stringify([data.data, across])}`)
      .digest('hex')
      .slice(0, 16);
  } catch {
    return undefined;
  }
}
