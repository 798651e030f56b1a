import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { VERSION } from '../lint/docs.ts';
import type { Analysis } from './analyse.ts';
import { capabilitiesFor } from './capabilities.ts';
import { createPublisher, registerPull } from './diagnostics.ts';
import { registerEdits } from './edits.ts';
import { registerFeatures } from './features.ts';
import { createService, type Deps, type Service } from './service.ts';
import { registerWorkspace } from './workspace.ts';
import { registerWorkspacePull } from './workspace-pull.ts';

/** Serves one client. The connection listens from then on; threads end with `shutdown`, or when the returned function is called. */
export function createServer(connection: Connection, deps: Deps): () => void {
  const publisher = createPublisher();
  let close = (): void => undefined;
  let isInitialized = false;
  connection.onInitialize((params) => {
    if (isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize was sent before');
    isInitialized = true;
    const service = createService(connection, deps, params, (analysis: Analysis) => {
      if (!service.client.pulls) publisher.publish(analysis, service);
    });
    registerDocuments(service, (uri) => publisher.clear(uri, service));
    if (service.client.pulls) registerPull(service);
    if (service.client.pulls && service.client.wantsWorkspace) registerWorkspacePull(service);
    registerFeatures(service);
    registerEdits(service);
    const stopWatching = registerWorkspace(service);
    close = () => {
      stopWatching();
      service.close();
    };
    return { capabilities: capabilitiesFor(service.client), serverInfo: { name: 'koetsu', version: VERSION } };
  });
  connection.onShutdown(() => close());
  connection.listen();
  return () => close();
}

function registerDocuments(service: Service, clear: (uri: string) => void): void {
  const { connection, documents, analyses, across, changes, values } = service;
  connection.onDidOpenTextDocument(({ textDocument }) => {
    if (documents.open(textDocument)) analyses.touch(textDocument.uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (documents.change(uri, version, contentChanges)) analyses.touch(uri);
  });
  connection.onDidSaveTextDocument(() => {
    values.changed();
    across.look();
    changes.happened();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    analyses.forget(uri);
    clear(uri);
    across.look();
    changes.happened();
  });
}
