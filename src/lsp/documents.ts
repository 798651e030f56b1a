import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { applyChanges, pathOf } from './from-lsp.ts';
import { type Encoding, type LineIndex, lineIndexOf } from './line-index.ts';

/** A document that is open in the editor, as it stands there. */
export interface OpenDocument {
  readonly uri: string;
  /** Undefined for a document without a file. */
  readonly path: string | undefined;
  readonly version: number;
  readonly text: string;
  readonly index: LineIndex;
}

/** The open articles; other documents are not kept. */
export interface Documents {
  readonly get: (uri: string) => OpenDocument | undefined;
  readonly all: () => readonly OpenDocument[];
  /** Undefined if the document is no article. */
  readonly open: (item: TextDocumentItem) => OpenDocument | undefined;
  readonly change: (
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ) => OpenDocument | undefined;
  readonly close: (uri: string) => void;
}

/** Names of articles. */
export const ARTICLE = /\.(?:md|markdown|mdx)$/i;
const LANGUAGES = new Set(['markdown', 'mdx', 'markdown.mdx', 'gfm', 'vimwiki', 'telekasten']);

/** An empty store for a client that counts in `encoding`. */
export function createDocuments(encoding: Encoding): Documents {
  const documents = new Map<string, OpenDocument>();
  const keep = (uri: string, version: number, text: string): OpenDocument => {
    const document = documentOf({ uri, version, text }, encoding);
    documents.set(uri, document);
    return document;
  };
  return {
    get: (uri) => documents.get(uri),
    all: () => [...documents.values()],
    open: ({ uri, languageId, version, text }) => {
      // What has no name cannot be closed: it would stay for ever.
      if (typeof uri !== 'string') return undefined;
      const isArticle = LANGUAGES.has(languageId) || ARTICLE.test(pathOf(uri) ?? '');
      return isArticle && typeof text === 'string' ? keep(uri, version, text) : undefined;
    },
    change: (uri, version, changes) => {
      const known = documents.get(uri);
      if (!known || !changes.every(({ text }) => typeof text === 'string')) return undefined;
      return keep(uri, version, applyChanges(known.text, changes, encoding));
    },
    close: (uri) => void documents.delete(uri),
  };
}

/** A document with what is computed from its text. */
export function documentOf(item: Pick<OpenDocument, 'uri' | 'version' | 'text'>, encoding: Encoding): OpenDocument {
  let index: LineIndex | undefined;
  return {
    ...item,
    path: pathOf(item.uri),
    // Read only when it is asked for: not between two keys.
    get index() {
      index ??= lineIndexOf(item.text, encoding);
      return index;
    },
  };
}
