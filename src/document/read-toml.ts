import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { align } from '../text/align.ts';
import { type Range, wholeCharacters } from '../text/range.ts';
import { visibleTextOf } from '../text/visible-text.ts';
import { nestsTooDeep } from './depth.ts';
import type { Entry, SyntaxFault, Value } from './front-matter.ts';

/** Reads TOML that stands at `offset` of the file; tables become maps, dates stay as they are written. */
export function readToml(source: string, offset: number): { entries: Entry[]; errors: SyntaxFault[] } {
  if (nestsTooDeep(source)) {
    return { entries: [], errors: [{ range: [offset, offset + 1], code: 'TOML', message: 'nested too deep' }] };
  }
  try {
    const [top] = parseTOML(source).body;
    const entries = top.body.map((node) => (node.type === 'TOMLTable' ? tableOf(node) : pairOf(node)));
    return { entries: joinArrays(entries), errors: [] };
  } catch (error) {
    const at = error instanceof ParseError ? Math.min(error.index, Math.max(0, source.length - 1)) : 0;
    const message = error instanceof Error ? error.message : String(error);
    return { entries: [], errors: [{ range: shift(wholeCharacters([at, at + 1], source)), code: 'TOML', message }] };
  }

  function tableOf(node: AST.TOMLTable): Entry {
    const range = shift(node.range);
    const map: Value = { kind: 'map', entries: node.body.map(pairOf), range };
    const value: Value = node.kind === 'array' ? { kind: 'list', items: [map], range } : map;
    return { key: nameOf(node.key), keyRange: shift(node.key.range), value };
  }

  function pairOf(node: AST.TOMLKeyValue): Entry {
    return { key: nameOf(node.key), keyRange: shift(node.key.range), value: readValue(node.value) };
  }

  function readValue(node: AST.TOMLContentNode): Value {
    const range = shift(node.range);
    if (node.type === 'TOMLArray') return { kind: 'list', items: node.elements.map(readValue), range };
    if (node.type === 'TOMLInlineTable') return { kind: 'map', entries: node.body.map(pairOf), range };
    return scalarOf(node, source.slice(node.range[0], node.range[1]), range);
  }

  function shift(range: readonly [number, number]): Range {
    return [offset + range[0], offset + range[1]];
  }
}

/** TOML repeats the head of a table for each of its rows: `[[a]]` twice is one list of two maps, not a key given twice. */
function joinArrays(entries: readonly Entry[]): Entry[] {
  const joined = new Map<Entry | string, Entry>();
  for (const entry of entries) {
    const { key, value } = entry;
    const head = joined.get(key);
    if (value.kind !== 'list' || value.items[0]?.kind !== 'map') joined.set(entry, entry);
    else if (head?.value.kind !== 'list') joined.set(key, entry);
    else joined.set(key, { ...head, value: { ...head.value, items: [...head.value.items, ...value.items] } });
  }
  return [...joined.values()];
}

function scalarOf(node: AST.TOMLValue, written: string, range: Range): Value {
  const quotes = quotesOf(node);
  const value = node.kind === 'string' || node.kind === 'boolean' ? node.value : numberOf(node, written);
  const text = typeof value === 'string' ? value : written;
  const segments = align(text, written.slice(quotes, written.length - quotes), range[0] + quotes);
  return {
    kind: 'scalar',
    value,
    source: written,
    style: styleOf(node, written),
    range,
    text: visibleTextOf(segments, range),
  };
}

function quotesOf(node: AST.TOMLValue): number {
  if (node.kind !== 'string') return 0;
  return node.multiline ? 3 : 1;
}

function numberOf(node: AST.TOMLValue, written: string): number | string {
  return node.kind === 'integer' || node.kind === 'float' ? Number(node.value) : written;
}

function styleOf(node: AST.TOMLValue, written: string): 'plain' | 'single' | 'double' | 'date' {
  if (node.kind === 'string') return written.startsWith("'") ? 'single' : 'double';
  return node.kind === 'integer' || node.kind === 'float' || node.kind === 'boolean' ? 'plain' : 'date';
}

function nameOf(key: AST.TOMLKey): string {
  return key.keys.map((part) => ('name' in part ? part.name : (part as AST.TOMLQuoted).value)).join('.');
}
