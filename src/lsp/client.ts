import { DiagnosticTag, type InitializeParams } from 'vscode-languageserver';
import type { Locale } from '../lint/mistake.ts';
import type { Encoding } from './line-index.ts';

/** What a client can do, as far as it matters here. */
export interface Client {
  readonly encoding: Encoding;
  /** Diagnostics are pulled: only where the client also lets us say that they changed; else they are pushed. */
  readonly pulls: boolean;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
  readonly documentChanges: boolean;
  /** Workspace edits may make files. */
  readonly createsFiles: boolean;
  readonly applyEdit: boolean;
  readonly showDocument: boolean;
  /** Code actions as literals; else as commands. */
  readonly actionLiterals: boolean;
  readonly configuration: boolean;
  /** Changes of settings are told to those who ask for them. */
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly folders: boolean;
  readonly symbolTrees: boolean;
  readonly refreshesLenses: boolean;
  /** Shows how far work has come that takes a while. */
  readonly showsProgress: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  /** Workspace edits may have placeholders. */
  readonly snippets: boolean;
  /** The user wants the findings of all articles of the workspace, open or not. */
  readonly wantsWorkspace: boolean;
  readonly settings: ClientSettings;
}

/** What the user set in the editor; it wins over the configuration file. */
export interface ClientSettings {
  readonly locale?: Locale;
  /** Path of the configuration, absolute or relative to each root. */
  readonly configPath?: string;
}

/** Reads what a client says of itself when it connects. What it leaves out, it cannot do. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { general, textDocument, workspace, window } = capabilities ?? {};
  const published = textDocument?.publishDiagnostics;
  return {
    encoding: encodingOf(general?.positionEncodings),
    pulls: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: published?.relatedInformation === true || textDocument?.diagnostic?.relatedInformation === true,
    tags: knowsUnnecessary(published?.tagSupport) || knowsUnnecessary(textDocument?.diagnostic?.tagSupport),
    codeDescription:
      published?.codeDescriptionSupport === true || textDocument?.diagnostic?.codeDescriptionSupport === true,
    data: published?.dataSupport === true || textDocument?.diagnostic?.dataSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    applyEdit: workspace?.applyEdit === true,
    showDocument: window?.showDocument?.support === true,
    actionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    showsProgress: window?.workDoneProgress === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    snippets: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    wantsWorkspace: isRecord(initializationOptions) && initializationOptions.workspaceDiagnostics === true,
    settings: readSettings(initializationOptions),
  };
}

/** Settings as they come from a client, under `koetsu` or alone; what is not understood is left out. */
export function readSettings(given: unknown): ClientSettings {
  const outer = isRecord(given) ? given : {};
  const { locale, configPath } = isRecord(outer.koetsu) ? outer.koetsu : outer;
  return {
    ...(locale === 'ja' || locale === 'en' ? { locale } : {}),
    ...(typeof configPath === 'string' && configPath !== '' ? { configPath } : {}),
  };
}

/** Old clients say `true`. */
function knowsUnnecessary(support: { readonly valueSet: readonly number[] } | undefined): boolean {
  return support?.valueSet === undefined ? Boolean(support) : support.valueSet.includes(DiagnosticTag.Unnecessary);
}

/** The first of the client's choice; UTF-16 is what a client that says nothing counts in. */
function encodingOf(offered: readonly string[] | undefined): Encoding {
  const known: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32'];
  for (const name of offered ?? []) {
    const found = known.find((encoding) => encoding === name);
    if (found) return found;
  }
  return 'utf-16';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
