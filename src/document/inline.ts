import type { Nodes, PhrasingContent, Text } from 'mdast';
import { align } from '../text/align.ts';
import type { Range } from '../text/range.ts';
import { OBJECT, type Segment } from '../text/visible-text.ts';
import type { Span } from './document.ts';
import { masksIn, masksInLink } from './mask.ts';

/** The visible text of a block in the making. */
interface Inline {
  readonly segments: Segment[];
  readonly spans: Span[];
  readonly opaque: Range[];
  /** The HTML among what is hidden: comments may stand in it. */
  readonly html: Range[];
}

interface Reader extends Inline {
  readonly source: Source;
  length: number;
}

interface Source {
  readonly text: string;
  readonly rangeOf: (node: Nodes) => Range;
}

/** Reads the inline content of a block: the text that a reader sees, its inline nodes, and what is hidden in it. */
export function readInline(children: readonly PhrasingContent[], source: Source): Inline {
  const reader: Reader = { source, segments: [], spans: [], opaque: [], html: [], length: 0 };
  for (const child of children) visit(child, reader);
  return reader;
}

function visit(node: PhrasingContent, reader: Reader): void {
  const range = reader.source.rangeOf(node);
  if (node.type === 'text') return pushText(node.value, range, reader);
  if (node.type === 'break') return push('\n', range, reader);
  if (node.type === 'html') {
    reader.html.push(range);
    return hide(/^<br\b/i.test(node.value) ? '\n' : '', range, reader);
  }
  const kind = spanKindOf(node);
  if (!kind) return;
  const start = reader.length;
  const at = reader.spans.length;
  const url = bareUrlIn(node);
  if (kind === 'code' || kind === 'image') hide(OBJECT, range, reader);
  else if (url) pushText(url.value, reader.source.rangeOf(url), reader, masksInLink);
  else if ('children' in node) for (const child of node.children) visit(child, reader);
  const target = 'url' in node ? { url: node.url } : {};
  reader.spans.splice(at, 0, { kind, start, end: reader.length, range, ...target });
}

function push(text: string, range: Range, reader: Reader): void {
  reader.segments.push({ text, source: range });
  reader.length += text.length;
}

function hide(stand: string, range: Range, reader: Reader): void {
  reader.opaque.push(range);
  push(stand, range, reader);
}

function pushText(value: string, range: Range, reader: Reader, masksOf = masksIn): void {
  const segments = align(value, reader.source.text.slice(range[0], range[1]), range[0]);
  const takeTo = cutterOf(segments);
  // Not those of `value`: it still has the CR that the visible text has not.
  for (const mask of masksOf(segments.map((segment) => segment.text).join(''))) {
    for (const segment of takeTo(mask.start)) push(segment.text, segment.source, reader);
    hide(mask.visible, spanOf(takeTo(mask.end)) ?? range, reader);
  }
  for (const segment of takeTo(Number.POSITIVE_INFINITY)) push(segment.text, segment.source, reader);
}

function spanKindOf(node: PhrasingContent): Span['kind'] | undefined {
  switch (node.type) {
    case 'link':
    case 'linkReference':
      return 'link';
    case 'inlineCode':
      return 'code';
    case 'image':
    case 'imageReference':
      return 'image';
    case 'footnoteReference':
      return 'footnote';
    case 'strong':
    case 'emphasis':
    case 'delete':
      return node.type;
    default:
      return undefined;
  }
}

/** The text of a link that shows its own URL. */
function bareUrlIn(node: PhrasingContent): Text | undefined {
  if (node.type !== 'link' || node.children.length !== 1) return undefined;
  const [child] = node.children;
  return child?.type === 'text' && /^(?:https?:\/\/|www\.)\S+$/.test(child.value) ? child : undefined;
}

/** Hands out the segments piece by piece: each call returns what lies between the end of the last one and `end`. */
function cutterOf(segments: readonly Segment[]): (end: number) => Segment[] {
  let i = 0;
  let start = 0;
  let done = 0;
  return (end) => {
    const parts: Segment[] = [];
    for (let segment = segments[i]; segment && done < end; segment = segments[i]) {
      const to = Math.min(start + segment.text.length, end);
      parts.push(partOf(segment, done - start, to - start));
      done = to;
      if (to < start + segment.text.length) break;
      start = to;
      i += 1;
    }
    return parts;
  };
}

function partOf({ text, source }: Segment, from: number, to: number): Segment {
  const verbatim = source[1] - source[0] === text.length;
  return { text: text.slice(from, to), source: verbatim ? [source[0] + from, source[0] + to] : source };
}

function spanOf(segments: readonly Segment[]): Range | undefined {
  const first = segments[0];
  const last = segments.at(-1);
  return first && last ? [first.source[0], last.source[1]] : undefined;
}
