import type { Capabilities } from './lsp-client.ts';

/** Literals, with what an editor says of them. */
const actions = (...properties: string[]) => ({
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
  ...(properties.length > 0 ? { dataSupport: true, resolveSupport: { properties } } : {}),
});
const TAGS = { tagSupport: { valueSet: [1 as const, 2 as const] } };
const MARKDOWN = { contentFormat: ['markdown' as const, 'plaintext' as const] };
const DOCUMENTED = { completionItem: { documentationFormat: MARKDOWN.contentFormat, snippetSupport: true } };
const SYMBOLS = { documentSymbol: { hierarchicalDocumentSymbolSupport: true } };
const RESOURCES: { resourceOperations: ('create' | 'rename' | 'delete')[] } = {
  resourceOperations: ['rename', 'create', 'delete'],
};
const encodings = (...positionEncodings: string[]) => ({ general: { positionEncodings } });

/**
 * What editors say of themselves when they connect, as far as it can matter to a server of this kind; read from the sources of
 * vscode-languageclient 11, Neovim 0.7.2 and 0.11, eglot 1.9, Helix and Zed.
 */
export const EDITORS: Readonly<Record<string, Capabilities>> = {
  'a client that says nothing': {},
  'Neovim 0.7': {
    textDocument: {
      codeAction: actions('edit'),
      completion: { completionItem: { documentationFormat: MARKDOWN.contentFormat, snippetSupport: false } },
      hover: MARKDOWN,
      publishDiagnostics: { relatedInformation: true, ...TAGS },
      synchronization: { didSave: true },
      ...SYMBOLS,
    },
    window: { workDoneProgress: true, showDocument: { support: false } },
    workspace: { applyEdit: true, workspaceEdit: RESOURCES, workspaceFolders: true },
  },
  'Neovim 0.11': {
    ...encodings('utf-8', 'utf-16', 'utf-32'),
    textDocument: {
      codeAction: { ...actions('edit', 'command'), isPreferredSupport: true },
      completion: DOCUMENTED,
      diagnostic: { dynamicRegistration: false },
      hover: MARKDOWN,
      publishDiagnostics: { relatedInformation: true, dataSupport: true, ...TAGS },
      ...SYMBOLS,
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
    workspace: {
      applyEdit: true,
      codeLens: { refreshSupport: true },
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: false },
      didChangeWatchedFiles: { dynamicRegistration: false, relativePatternSupport: true },
      workspaceEdit: RESOURCES,
      workspaceFolders: true,
    },
  },
  'Emacs 28 with eglot 1.9': {
    textDocument: {
      codeAction: { ...actions(), isPreferredSupport: true },
      completion: { completionItem: { snippetSupport: false, deprecatedSupport: true } },
      hover: { contentFormat: ['plaintext'] },
      publishDiagnostics: { relatedInformation: false, codeDescriptionSupport: false, ...TAGS },
      ...SYMBOLS,
    },
    workspace: {
      applyEdit: true,
      configuration: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceEdit: { documentChanges: true },
      workspaceFolders: true,
    },
  },
  Helix: {
    ...encodings('utf-8', 'utf-32', 'utf-16'),
    textDocument: {
      codeAction: { ...actions('edit', 'command'), isPreferredSupport: true, disabledSupport: true },
      completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
      hover: { contentFormat: ['markdown'] },
      publishDiagnostics: { versionSupport: true, ...TAGS },
    },
    window: { workDoneProgress: true },
    workspace: {
      applyEdit: true,
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: false },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
      workspaceEdit: { documentChanges: true, failureHandling: 'abort', ...RESOURCES },
      workspaceFolders: true,
    },
  },
  Zed: {
    ...encodings('utf-16'),
    textDocument: {
      codeAction: actions('kind', 'diagnostics', 'isPreferred', 'disabled', 'edit', 'command'),
      completion: DOCUMENTED,
      diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
      hover: { contentFormat: ['markdown'] },
      publishDiagnostics: {
        relatedInformation: true,
        versionSupport: true,
        dataSupport: true,
        codeDescriptionSupport: true,
        ...TAGS,
      },
      ...SYMBOLS,
    },
    window: { workDoneProgress: true },
    workspace: {
      applyEdit: true,
      codeLens: { refreshSupport: true },
      configuration: true,
      diagnostics: { refreshSupport: true },
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      workspaceEdit: { documentChanges: true, snippetEditSupport: true, ...RESOURCES },
      workspaceFolders: true,
    },
  },
  'VS Code': {
    ...encodings('utf-16'),
    textDocument: {
      codeAction: { ...actions('edit', 'command'), isPreferredSupport: true, disabledSupport: true },
      completion: DOCUMENTED,
      diagnostic: {
        dynamicRegistration: true,
        relatedDocumentSupport: false,
        relatedInformation: true,
        codeDescriptionSupport: true,
        dataSupport: true,
        ...TAGS,
      },
      hover: MARKDOWN,
      publishDiagnostics: {
        relatedInformation: true,
        versionSupport: false,
        codeDescriptionSupport: true,
        dataSupport: true,
        ...TAGS,
      },
      ...SYMBOLS,
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
    workspace: {
      applyEdit: true,
      codeLens: { refreshSupport: true },
      configuration: true,
      diagnostics: { refreshSupport: true },
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      workspaceEdit: { documentChanges: true, snippetEditSupport: true, normalizesLineEndings: true, ...RESOURCES },
      workspaceFolders: true,
    },
  },
};
