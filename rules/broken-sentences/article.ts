import type { Document } from '../../src/document/document.ts';
import { type Haystack, haystackOf } from './echoes.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** What all parts of the rule work on. */
export interface Article {
  readonly document: Document;
  readonly pieces: readonly Piece[];
  readonly haystack: Haystack;
  /** Index of the last piece of prose; after it come links and notes. -1 if there is none. */
  readonly lastProse: number;
  /** At least 60 of 100 paragraphs, or all but two, end with a full stop: no notes in keywords. */
  readonly prosaic: boolean;
}

/** Cuts an article into pieces and finds where its prose ends. */
export function articleOf(document: Document): Article {
  const pieces = piecesOf(document);
  const lastProse =
    pieces.findLast(({ kind, block, text }) => kind === 'prose' && !block.linkOnly && text.length > 40)?.index ?? -1;
  const prose = pieces.filter(({ kind, block }) => kind === 'prose' && !block.linkOnly && block.place === 'body');
  const stopped = prose.filter(({ text }) => /[。！？!?．][」』）)]?$/u.test(text));
  const prosaic = stopped.length >= Math.min(prose.length * 0.6, prose.length - 2);
  return { document, pieces, haystack: haystackOf(pieces), lastProse, prosaic };
}
