import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, Scalar, type Document as YamlDocument } from 'yaml';
import { align } from '../text/align.ts';
import { type Range, wholeCharacters } from '../text/range.ts';
import { visibleTextOf } from '../text/visible-text.ts';
import { nestsTooDeep } from './depth.ts';
import type { Entry, SyntaxFault, Value } from './front-matter.ts';

/** Nodes nested deeper than this are read as null: no front matter needs them, and a bomb is built of them. */
const MAX_DEPTH = 20;
/** Aliases are followed this often in one front matter; the rest are read as null (billion laughs). */
const MAX_ALIASES = 50;

interface Reader {
  readonly source: string;
  readonly offset: number;
  readonly yaml: YamlDocument;
  aliases: number;
}

/** Reads YAML or JSON (a part of YAML) that stands at `offset` of the file. YAML 1.2 core schema: a date is a string. */
export function readYaml(source: string, offset: number): { entries: Entry[]; errors: SyntaxFault[] } {
  if (nestsTooDeep(source)) return { entries: [], errors: [tooDeep(offset)] };
  const yaml = withoutStacks(() =>
    parseDocument(source, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' }),
  );
  const errors: SyntaxFault[] = yaml.errors.map((error) => ({
    range: faultRange(error.pos, source, offset),
    code: error.code,
    message: error.message,
  }));
  const reader: Reader = { source, offset, yaml, aliases: 0 };
  const entries = isMap(yaml.contents) ? entriesOf(yaml.contents.items, reader, 0) : [];
  if (yaml.contents !== null && !isMap(yaml.contents) && errors.length === 0) {
    const end = Math.max(1, source.trimEnd().length);
    errors.push({ range: [offset, offset + end], code: 'NOT_A_MAPPING', message: 'The front matter is not a mapping' });
  }
  return { entries, errors };
}

function tooDeep(offset: number): SyntaxFault {
  return { range: [offset, offset + 1], code: 'TOO_DEEP', message: 'The front matter is nested too deep' };
}

/** Runs a parser that makes an error of each fault: where it made them nobody asks, and finding that out takes most of its time. */
function withoutStacks<T>(parse: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parse();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** At least one character; the parser counts units, and points behind the text where something is missing. */
function faultRange([start, end]: readonly [number, number], source: string, offset: number): Range {
  const range = wholeCharacters([start, Math.max(end, start + 1)], source);
  return [offset + range[0], offset + range[1]];
}

function entriesOf(items: readonly { key: unknown; value: unknown }[], reader: Reader, depth: number): Entry[] {
  return items.map(({ key, value }) => {
    const keyRange = rangeOf(key, reader) ?? [reader.offset, reader.offset];
    return {
      key: isScalar(key)
        ? String(key.value ?? '')
        : reader.source.slice(keyRange[0] - reader.offset, keyRange[1] - reader.offset),
      keyRange,
      value: readValue(value, reader, depth + 1, afterColon(keyRange[1], reader)),
    };
  });
}

function readValue(node: unknown, reader: Reader, depth: number, fallback: number): Value {
  const range = rangeOf(node, reader) ?? ([fallback, fallback] as const);
  if (depth <= MAX_DEPTH) {
    if (isAlias(node) && reader.aliases < MAX_ALIASES) {
      reader.aliases += 1;
      return readValue(node.resolve(reader.yaml), reader, depth + 1, fallback);
    }
    if (isMap(node)) return { kind: 'map', entries: entriesOf(node.items, reader, depth), range };
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.map((item) => readValue(item, reader, depth + 1, range[1])), range };
    }
  }
  return scalarOf(isScalar(node) ? node : undefined, reader, range);
}

const STYLES = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_FOLDED]: 'block',
  [Scalar.BLOCK_LITERAL]: 'block',
} as const;

function scalarOf(node: Scalar | undefined, reader: Reader, range: Range): Value {
  const source = reader.source.slice(range[0] - reader.offset, range[1] - reader.offset);
  const style = node?.type && node.type in STYLES ? STYLES[node.type as keyof typeof STYLES] : 'plain';
  const quoted = style === 'single' || style === 'double' ? 1 : 0;
  const closed = quoted > 0 && source.length > 1 && source.endsWith(source.charAt(0)) ? 1 : 0;
  // Where the closing quotation mark is missing, the parser leaves out half of the last character for it.
  const value = quoted > closed ? source.slice(quoted) : primitiveOf(node?.value);
  const text = value === null ? '' : typeof value === 'string' ? value : source;
  const inner: Range = [range[0] + quoted, range[1] - closed];
  const segments = align(text, reader.source.slice(inner[0] - reader.offset, inner[1] - reader.offset), inner[0]);
  return { kind: 'scalar', value, source, style, range, text: visibleTextOf(segments, range) };
}

function primitiveOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}

function rangeOf(node: unknown, reader: Reader): Range | undefined {
  const range = (node as Node | null | undefined)?.range;
  if (!range) return undefined;
  const end = reader.source.slice(range[0], range[1]).trimEnd().length + range[0];
  const [from, to] = wholeCharacters([range[0], Math.max(range[0], end)], reader.source);
  return [reader.offset + from, reader.offset + to];
}

function afterColon(keyEnd: number, reader: Reader): number {
  const rest = /^\s*:[ \t]?/.exec(reader.source.slice(keyEnd - reader.offset, keyEnd - reader.offset + 8));
  return keyEnd + (rest?.[0].length ?? 0);
}
