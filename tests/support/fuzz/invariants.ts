import type { Document } from '../../../src/document/document.ts';
import type { Entry, Value } from '../../../src/document/front-matter.ts';
import type { Range } from '../../../src/text/range.ts';

/** Throws unless a condition holds. Not `expect`: this runs a million times. */
export function must(holds: boolean, what: () => string): void {
  if (!holds) throw new Error(what());
}

/** Every range lies within a text, the right way round, and cuts no surrogate pair. */
export function mustBeWithin(ranges: Iterable<Range>, text: string, what: string): void {
  for (const [start, end] of ranges) {
    const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
    must(inside, () => `${what}: [${start}, ${end}] is not within ${text.length}`);
    must(!splitsPair(text, start) && !splitsPair(text, end), () => `${what}: [${start}, ${end}] cuts a character`);
  }
}

function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** The ranges of front matter entries, nested ones included. */
export function rangesOfEntries(entries: readonly Entry[]): Range[] {
  return entries.flatMap(({ keyRange, value }) => [keyRange, ...rangesOfValue(value)]);
}

function rangesOfValue(value: Value): Range[] {
  if (value.kind === 'scalar') return [value.range, value.text.rangeOf(0, value.text.text.length)];
  return [
    value.range,
    ...(value.kind === 'list' ? value.items.flatMap(rangesOfValue) : rangesOfEntries(value.entries)),
  ];
}

/** All that a document says of places. */
export function rangesOf(document: Document): Range[] {
  const { frontMatter, blocks, sentences, opaque, comments, unclosedFrontMatter } = document;
  return [
    ...(frontMatter ? [frontMatter.range, frontMatter.contentRange, ...rangesOfEntries(frontMatter.entries)] : []),
    ...(frontMatter?.errors.map(({ range }) => range) ?? []),
    ...(unclosedFrontMatter ? [unclosedFrontMatter] : []),
    ...blocks.flatMap(({ range, spans }) => [range, ...spans.map((span) => span.range)]),
    ...sentences.map(({ range }) => range),
    ...opaque,
    ...comments.flatMap(({ range, html }) => [range, html]),
  ];
}

/** Nothing that was read has changed what all objects inherit. */
export function mustBeUnpolluted(): void {
  const probe: Record<string, unknown> = {};
  must(
    probe.polluted === undefined && Object.keys(Object.prototype).length === 0,
    () => 'Object.prototype was changed',
  );
}
