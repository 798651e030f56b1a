import { pathToFileURL } from 'node:url';
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type Range as LspRange,
  type SnippetTextEdit,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Finding, RelatedPlace, Severity } from '../lint/finding.ts';
import type { Range } from '../text/range.ts';
import type { Client } from './client.ts';
import type { OpenDocument } from './documents.ts';
import type { Heading } from './facts.ts';
import type { LineIndex } from './line-index.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Rules whose findings can be deleted as they are. */
const UNNECESSARY = new Set(['koetsu/duplicated-passages', 'unused-suppression']);

/** The index of another file's text; undefined if it cannot be read. */
export type IndexOf = (path: string) => LineIndex | undefined;

/** The URI of a file. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Offsets as a range of the client. */
export function rangeToLsp([start, end]: Range, index: LineIndex): LspRange {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}

/** A finding as the client can show it. `data` names the finding; what can be done about it is asked for. */
export function diagnosticOf(finding: Finding, document: OpenDocument, client: Client, indexOf: IndexOf): Diagnostic {
  const { ruleId, severity, message, range, docs, related, fingerprint } = finding;
  const places = client.relatedInformation
    ? related.flatMap((place) => locationOf(place, document, indexOf) ?? [])
    : [];
  return {
    range: rangeToLsp(range, document.index),
    severity: SEVERITY[severity],
    code: ruleId,
    source: 'koetsu',
    message,
    ...(client.codeDescription && docs ? { codeDescription: { href: docs } } : {}),
    ...(places.length > 0 ? { relatedInformation: places } : {}),
    ...(client.tags && UNNECESSARY.has(ruleId) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(client.data ? { data: { fingerprint, version: document.version } } : {}),
  };
}

/** Where a related place is; undefined if its file cannot be read. */
export function locationOf(place: RelatedPlace, document: OpenDocument, indexOf: IndexOf) {
  const index = place.filePath === undefined ? document.index : indexOf(place.filePath);
  if (!index) return undefined;
  const uri = place.filePath === undefined ? document.uri : uriOf(place.filePath);
  return { location: { uri, range: rangeToLsp(place.range, index) }, message: place.message };
}

/** An edit as the client makes it. */
export function textEditOf({ range, text }: Edit, index: LineIndex): TextEdit {
  return { range: rangeToLsp(range, index), newText: text };
}

/**
 * Edits of one document; where the client can tell versions apart, only for the version that they were made for. `placeholder`: a
 * part of the new text that the user is to write over.
 */
export function workspaceEditOf(
  edits: readonly Edit[],
  document: OpenDocument,
  client: Client,
  placeholder?: string,
): WorkspaceEdit {
  const { uri, version, index } = document;
  if (placeholder !== undefined && client.snippets) {
    const snippets = edits.map((edit) => snippetOf(edit, index, placeholder));
    return { documentChanges: [{ textDocument: { uri, version }, edits: snippets }] };
  }
  const textEdits = edits.map((edit) => textEditOf(edit, index));
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

function snippetOf({ range, text }: Edit, index: LineIndex, placeholder: string): SnippetTextEdit {
  const escaped = (part: string): string => part.replaceAll(/[\\$}]/g, '\\$&');
  const value = text
    .split(placeholder)
    .map(escaped)
    .join(`\${1:${escaped(placeholder)}}`);
  return { range: rangeToLsp(range, index), snippet: { kind: 'snippet', value } };
}

/** The headings as a tree, each with its section. */
export function symbolsOf(headings: readonly Heading[], index: LineIndex): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: { readonly depth: number; readonly children: DocumentSymbol[] }[] = [];
  for (const { text, depth, range, section } of headings) {
    const children: DocumentSymbol[] = [];
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    (open.at(-1)?.children ?? roots).push({
      name: text || '#'.repeat(depth),
      kind: SymbolKind.String,
      range: rangeToLsp(section, index),
      selectionRange: rangeToLsp(range, index),
      children,
    });
    open.push({ depth, children });
  }
  return roots;
}
