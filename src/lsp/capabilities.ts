import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { COMMANDS, FIX_ALL } from './actions.ts';
import type { Client } from './client.ts';

/** What the server offers to a client: pull diagnostics only where they are not pushed. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: client.actionLiterals ? { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } : true,
    codeLensProvider: { resolveProvider: false },
    completionProvider: { resolveProvider: false, triggerCharacters: [' ', ',', '[', '-'] },
    definitionProvider: true,
    documentSymbolProvider: true,
    executeCommandProvider: { commands: Object.values(COMMANDS) },
    hoverProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pulls
      ? {
          diagnosticProvider: {
            identifier: 'koetsu',
            // Where one article changes what is found in another, the client is told to ask again: it need not ask for all at each key.
            interFileDependencies: false,
            workspaceDiagnostics: client.wantsWorkspace,
          },
        }
      : {}),
  };
}
