import type { Figure } from '../../src/figures/figure.ts';

export type Operator = '+' | '-' | '×' | '÷';

/** A piece of a printed formula. */
export type Token =
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' };

interface Reader {
  readonly tokens: readonly Token[];
  readonly numberOf: (figure: Figure) => number;
  position: number;
}

/** Value of an expression by the usual precedence; undefined where it is none, brackets do not match or it divides by zero. */
export function evaluate(tokens: readonly Token[], numberOf: (figure: Figure) => number): number | undefined {
  const reader = { tokens: balanced(tokens), numberOf, position: 0 };
  const value = sumOf(reader);
  return reader.position === reader.tokens.length && Number.isFinite(value) ? value : undefined;
}

/** A bracket around the sentence as a whole opens or closes outside of the formula: what has no partner at the ends is dropped. */
function balanced(tokens: readonly Token[]): readonly Token[] {
  const count = (kind: Token['kind']) => tokens.filter((it) => it.kind === kind).length;
  const surplus = count('open') - count('close');
  if (surplus > 0 && tokens.slice(0, surplus).every((it) => it.kind === 'open')) return tokens.slice(surplus);
  if (surplus < 0 && tokens.slice(surplus).every((it) => it.kind === 'close')) return tokens.slice(0, surplus);
  return tokens;
}

function sumOf(reader: Reader): number {
  let value = productOf(reader);
  for (let operator = take(reader, '+-'); operator; operator = take(reader, '+-')) {
    const next = productOf(reader);
    value = operator === '+' ? value + next : value - next;
  }
  return value;
}

function productOf(reader: Reader): number {
  let value = factorOf(reader);
  for (let operator = take(reader, '×÷'); operator; operator = take(reader, '×÷')) {
    const next = factorOf(reader);
    value = operator === '×' ? value * next : value / next;
  }
  return value;
}

function factorOf(reader: Reader): number {
  const token = reader.tokens[reader.position];
  reader.position += 1;
  if (token?.kind === 'figure') return reader.numberOf(token.figure);
  if (token?.kind !== 'open') return Number.NaN;
  const value = sumOf(reader);
  const isClosed = reader.tokens[reader.position]?.kind === 'close';
  reader.position += 1;
  return isClosed ? value : Number.NaN;
}

function take(reader: Reader, operators: string): Operator | undefined {
  const token = reader.tokens[reader.position];
  if (token?.kind !== 'operator' || !operators.includes(token.operator)) return undefined;
  reader.position += 1;
  return token.operator;
}
