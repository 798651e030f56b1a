import type { Segment } from './visible-text.ts';

const ENTITY = /&(?:#[xX]?[0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{0,31});/y;
/** What may stand in the source between a line break and the first character of the next line: indentation, quote marks. */
const LINE_PREFIX = /[ \t>]*/y;
/** Longer prefixes are compared by their beginning, so that thousands of spaces cost no square of their number. */
const MAX_PREFIX = 100;

/**
 * Aligns the text of a Markdown node with its source, which differs by backslash escapes, character references,
 * CR and the prefixes of continued lines. Returns segments from `offset` on, in order; where the two cannot be
 * aligned, the rest is one segment over the rest of the source.
 */
export function align(text: string, source: string, offset: number): Segment[] {
  const value = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (value === source) return [{ text: value, source: [offset, offset + source.length] }];
  const segments: Segment[] = [];
  let verbatimFrom = 0;
  let i = 0;
  let j = 0;
  const flush = (): void => {
    if (i > verbatimFrom) {
      segments.push({ text: value.slice(verbatimFrom, i), source: [offset + j - (i - verbatimFrom), offset + j] });
    }
  };
  while (i < value.length) {
    const step = stepAt(value, i, source, j);
    if (step.verbatim) {
      i += 1;
      j += 1;
      continue;
    }
    flush();
    segments.push({ text: value.slice(i, i + step.value), source: [offset + j, offset + j + step.source] });
    i += step.value;
    j += step.source;
    verbatimFrom = i;
  }
  flush();
  return segments;
}

interface Step {
  readonly verbatim?: boolean;
  readonly value: number;
  readonly source: number;
}

function stepAt(value: string, i: number, source: string, j: number): Step {
  const wanted = value[i];
  const found = source[j];
  const lineBreak = wanted === '\n' ? lengthOfBreak(source, j, (rest) => value.startsWith(rest, i + 1)) : 0;
  if (lineBreak > 0) return { value: 1, source: lineBreak };
  const entity = found === '&' ? entityAt(source, j) : '';
  if (entity !== '' && !isLiteral(entity, { value, i, source, j })) {
    return { value: lengthOfCharacter(value, i, source[j + entity.length]), source: entity.length };
  }
  if (found === wanted) return { verbatim: true, value: 1, source: 1 };
  if (found === '\\' && source[j + 1] === wanted) return { value: 1, source: 2 };
  return { value: value.length - i, source: source.length - j };
}

const AMPERSAND = /^&(?:amp|AMP|#0{0,5}38|#[xX]0{0,4}26);$/;

/** An unknown reference stands for itself; in YAML and TOML `&amp;` does too, and then what follows is the same. */
function isLiteral(entity: string, at: { value: string; i: number; source: string; j: number }): boolean {
  const { value, i, source, j } = at;
  if (value[i] !== '&' || !AMPERSAND.test(entity)) return value[i] === '&';
  return value.startsWith(entity, i) && value[i + entity.length] === source[j + entity.length];
}

/** Some references stand for two characters (`&NotEqualTilde;`): the second one is one of these. */
const SECOND = new Set(['\u0331', '\u0333', '\u0338', '\u200A', '\u20D2', '\u20E5', '\uFE00']);

function lengthOfCharacter(value: string, i: number, next: string | undefined): number {
  const second = value[i + 1] ?? '';
  return (value.codePointAt(i) ?? 0) > 0xffff || (second !== next && SECOND.has(second)) ? 2 : 1;
}

function entityAt(source: string, at: number): string {
  ENTITY.lastIndex = at;
  return ENTITY.exec(source)?.[0] ?? '';
}

/** Length of a line break and of the prefix behind it, as far as the text does not have that too (`shows`); 0 if there is none. */
function lengthOfBreak(source: string, from: number, shows: (rest: string) => boolean): number {
  let j = from;
  while (source[j] === ' ' || source[j] === '\t') j += 1;
  if (source[j] === '\r') j += 1;
  if (source[j] === '\n') j += 1;
  else if (source[j - 1] !== '\r') return 0;
  LINE_PREFIX.lastIndex = j;
  const prefix = LINE_PREFIX.exec(source)?.[0] ?? '';
  let hidden = 0;
  while (hidden < prefix.length && !isShown(prefix.slice(hidden, hidden + MAX_PREFIX), shows)) hidden += 1;
  return j - from + hidden;
}

/** Spaces at the end of a line are in no text. */
function isShown(rest: string, shows: (rest: string) => boolean): boolean {
  const marks = rest.trimEnd();
  return shows(rest) || (marks !== '' && shows(`${marks}\n`));
}
