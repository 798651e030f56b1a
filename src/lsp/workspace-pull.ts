import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../lint/finding.ts';
import { failure, taskOf } from './analyse.ts';
import { articlePaths } from './article-paths.ts';
import { rootOf } from './config-folder.ts';
import type { ActiveConfig } from './configs.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { documentOf } from './documents.ts';
import { messages } from './messages.ts';
import { readText, type Service } from './service.ts';
import { uriOf } from './to-lsp.ts';

/**
 * Answers with the findings of all articles that are not open, one article at a time, as soon as each is known. A client that
 * takes them so asks again and again: it is answered when there is something that it does not know.
 */
export function registerWorkspacePull(service: Service): void {
  service.connection.languages.diagnostics.onWorkspace(async (params, token, progress, partial) => {
    const asking = askingOf(params, { service, token, progress });
    if (!partial) return { items: await collect(asking, () => false) };
    let told = 0;
    const tell = (items: Report[]): boolean => {
      told += 1;
      partial.report({ items });
      return true;
    };
    for (;;) {
      const change = service.changes.next();
      const items = await collect(asking, tell);
      if (told > 0 || asking.previous.size === 0) return { items };
      await Promise.race([change, cancelled(token)]);
      stopIfCancelled(token);
    }
  });
}

/** The reports that are not told as they come: `tell` gets each that is new, with the unchanged ones before it, and may take them. */
async function collect(asking: Asking, tell: (items: Report[]) => boolean): Promise<Report[]> {
  let kept: Report[] = [];
  for await (const report of reports(asking)) {
    kept.push(report);
    if (report.kind === DocumentDiagnosticReportKind.Full && tell(kept)) kept = [];
  }
  return kept;
}

type Report = WorkspaceDocumentDiagnosticReport;

interface Asking {
  readonly service: Service;
  readonly token: CancellationToken;
  readonly progress: WorkDoneProgressReporter;
  /** Result ids that the client has, by URI. */
  readonly previous: ReadonlyMap<string, string>;
}

function askingOf({ previousResultIds }: WorkspaceDiagnosticParams, given: Omit<Asking, 'previous'>): Asking {
  return { ...given, previous: new Map(previousResultIds.map(({ uri, value }) => [uri, value])) };
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

function stopIfCancelled({ isCancellationRequested }: CancellationToken): void {
  if (isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** Of each article, and of those that the client knows and that are not there any more: nothing is found in these. */
async function* reports(asking: Asking): AsyncGenerator<Report> {
  const { service, progress, previous } = asking;
  const paths = await articlesOf(service);
  const uris = new Set<string>();
  let title: string | undefined = messages[service.settings.current.locale ?? 'ja'].checkingAll;
  for (const [i, path] of paths.entries()) {
    const report = await reportOf(path, asking);
    if (!report) continue;
    uris.add(report.uri);
    if (report.kind === DocumentDiagnosticReportKind.Full) {
      if (title !== undefined) progress.begin(title, 0, undefined, false);
      title = undefined;
      progress.report(Math.floor(((i + 1) / paths.length) * 100), `${i + 1}/${paths.length}`);
    }
    yield report;
  }
  if (title === undefined) progress.done();
  for (const { uri } of service.documents.all()) uris.add(uri);
  for (const uri of previous.keys())
    if (!uris.has(uri)) yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

/** The articles of all roots, each once: those of a root within another one are its own. */
async function articlesOf({ configs, roots }: Service): Promise<string[]> {
  const paths = new Set<string>();
  for (const root of roots) {
    const config = await configs.of(join(root, 'article.md'));
    const found = config ? await articlePaths(config.data) : [];
    for (const path of found) if ((rootOf(path, [...roots]) ?? root) === root) paths.add(path);
  }
  return [...paths];
}

/** Undefined for articles that are open (they are asked for by themselves), ignored or gone. */
async function reportOf(path: string, { service, token, previous }: Asking): Promise<Report | undefined> {
  stopIfCancelled(token);
  const isOpen = service.documents.all().some((document) => document.path === path);
  const config = isOpen ? undefined : await service.configs.of(path);
  if (!config || config.ignores(path)) return undefined;
  const across = service.across.inFile(path, config.data);
  const resultId = await stateOf(path, config, across);
  if (resultId === undefined) return undefined;
  const uri = uriOf(path);
  if (resultId === previous.get(uri))
    return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId };
  const text = readText(path);
  if (text === undefined) return undefined;
  const document = documentOf({ uri, version: 0, text }, service.client.encoding);
  const task = { kind: 'all', ...taskOf({ document, now: service.clock.now() }, config) } as const;
  const outcome = await service.background.run(`file ${path}`, task);
  stopIfCancelled(token);
  if (outcome.kind === 'superseded') return undefined;
  const found = outcome.kind === 'done' ? outcome.value : [failure(outcome, config)];
  const findings = config.baseline.newOf(path, [...found, ...across]);
  const items = diagnosticsOf({ document, findings }, service);
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
}

const names = new WeakMap<ActiveConfig, string>();

/** Names a configuration with all that decides what is found. */
function nameOf(config: ActiveConfig): string {
  const { data, baseline } = config;
  const name = names.get(config) ?? `${data.locale} ${baseline.id} ${JSON.stringify(data.data)}`;
  names.set(config, name);
  return name;
}

/** Names the file as it is now and the configuration; what was found is not kept, for there may be thousands of articles. */
async function stateOf(path: string, config: ActiveConfig, across: readonly Finding[]): Promise<string | undefined> {
  try {
    const { mtimeMs, size } = await stat(path);
    const state = `${mtimeMs} ${size} ${nameOf(config)} ${JSON.stringify(across)}`;
    return createHash('sha256').update(state).digest('hex').slice(0, 16);
  } catch {
    return undefined;
  }
}
