import type { Block, Document, Span } from '../../src/document/document.ts';
import { endingOf, openBracketIn } from '../../src/text/ending.ts';
import type { Problem, Severity } from '../rule.ts';
import type { Article } from './article.ts';
import { messageOnEmptyHeading, messageOnHeading, messageOnLink, RELATED } from './messages.ts';
import { hasSeam, type Piece, rangeIn } from './pieces.ts';

/** Links whose whole text is a title that breaks off, in order. */
export function brokenLinksIn({ document }: Article): Problem[] {
  return document.blocks.flatMap((block) => {
    if (!block.linkOnly) return [];
    return block.spans.flatMap((span) => {
      const severity = span.kind === 'link' ? severityOfTitle(textOf(block, span), document) : undefined;
      return severity ? [{ range: span.range, message: messageOnLink(textOf(block, span)), severity }] : [];
    });
  });
}

function textOf(block: Block, span: Span): string {
  return block.visible.text.slice(span.start, span.end).trim();
}

function severityOfTitle(text: string, document: Document): Severity | undefined {
  if (/^["'“”「」『』（）()、。・…]{1,3}$/u.test(text)) return 'error';
  if (!/[\u3040-\u30ff\u4e00-\u9fff]/u.test(text) || text.length < 6) return undefined;
  if (openBracketIn(text) !== undefined) return 'error';
  // A single katakana after something else: 「13億ユ」.
  if (/[^ァ-ヶー][ァ-ヶ]$/u.test(text)) return 'error';
  // A topic and one kanji: 「…の未来は液」.
  if (/[^と]は[\u4e00-\u9fff]$/u.test(text)) return 'warning';
  const ending = endingOf(text, document.morphemes);
  if (ending === 'prefix' || ending === 'opening' || ending === 'comma') return 'error';
  if (ending === 'particle') return /(?:[のがや]|[^と]は)$/u.test(text) ? 'warning' : undefined;
  return ending === 'inflected' && !/(?:たら|なら|ば|[いきしちにひみり])$/u.test(text) ? 'warning' : undefined;
}

/** Headings that break off, in order. */
export function brokenHeadingsIn(article: Article): Problem[] {
  const headings = article.pieces.filter((piece) => piece.kind === 'heading' && piece.text.length <= 80);
  const longer = longerHeadings(headings);
  return headings.flatMap((piece): Problem[] => {
    const range = rangeIn(piece.block, piece.start, piece.end);
    const other = longer.get(piece);
    if (other && isCutOff(piece, other, article)) {
      const related = [{ range: rangeIn(other.block, other.start, other.end), message: RELATED.restarted }];
      return [{ range, message: messageOnHeading(piece.text), severity: 'error', related }];
    }
    const ending = endingOf(piece.text, article.document.morphemes);
    const opened = openBracketIn(piece.text) !== undefined;
    if (ending === 'opening' || ending === 'prefix' || (opened && (hasSeam(piece) || isEmpty(piece, article)))) {
      return [{ range, message: messageOnHeading(piece.text), severity: 'error' }];
    }
    if (ending !== 'terminated' && piece.gap.marker && isEmpty(piece, article)) {
      return [{ range, message: messageOnEmptyHeading(piece.text), severity: 'warning' }];
    }
    return [];
  });
}

/** For each heading the next longer one that begins with its words. Sorted by text, these follow one another. */
function longerHeadings(headings: readonly Piece[]): ReadonlyMap<Piece, Piece> {
  const sorted = [...headings].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const longer = new Map<Piece, Piece>();
  for (let i = sorted.length - 2; i >= 0; i -= 1) {
    const piece = sorted[i];
    const after = sorted[i + 1];
    if (!piece || !after || piece.text.length < 3) continue;
    const other = after.text === piece.text ? longer.get(after) : after;
    if (other?.text.startsWith(piece.text)) longer.set(piece, other);
  }
  return longer;
}

/** A part and its 「（続き）」, or a topic and 「topic：more」, are two headings unless the first one has no text of its own. */
function isCutOff(piece: Piece, other: Piece, article: Article): boolean {
  if (isEmpty(piece, article)) return true;
  return hasSeam(piece) && !/^[\s（(：:－—-]/u.test(other.text.slice(piece.text.length));
}

/** Nothing stands under the heading before the next one of its level or a higher one, or the end. */
function isEmpty(piece: Piece, { pieces }: Article): boolean {
  if (piece.gap.object) return false;
  const next = pieces[piece.index + 1];
  return !next || (next.kind === 'heading' && (next.block.depth ?? 9) <= (piece.block.depth ?? 9));
}
