import type { Figure } from '../../src/figures/figure.ts';
import type { Range } from '../../src/text/range.ts';

/** A sentence, heading, cell or front matter value that states figures, with its figures in order. Never empty. */
export interface Statement {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly rangeOf: Figure['rangeOf'];
}

/** Relations compare figures of a statement with each other: a longer one, which is no sentence, is cut to stay linear. */
const MOST = 200;

const memo = new WeakMap<readonly Figure[], readonly Statement[]>();

/** The figures by the text that states them, in the order of the file; computed once for a list of figures. */
export function statementsOf(figures: readonly Figure[]): readonly Statement[] {
  const known = memo.get(figures);
  if (known) return known;
  const statements: (Statement & { readonly figures: Figure[] })[] = [];
  for (const figure of figures) {
    const last = statements.at(-1);
    // The way back into the file is one function for each text, which tells two equal sentences apart.
    const isSame = last?.rangeOf === figure.rangeOf && last.text === figure.text;
    if (isSame && last.figures.length < MOST) last.figures.push(figure);
    else statements.push({ text: figure.text, figures: [figure], rangeOf: figure.rangeOf });
  }
  memo.set(figures, statements);
  return statements;
}

/** Tests the text of statements, but only once where one text was cut into many. */
export function testOfText(pattern: RegExp): (statement: Statement) => boolean {
  let [last, result] = ['', pattern.test('')];
  return ({ text }) => {
    if (text !== last) [last, result] = [text, pattern.test(text)];
    return result;
  };
}

/** The text between two figures of one statement. */
export function between(first: Figure, second: Figure): string {
  return first.text.slice(first.at[1], second.at[0]);
}

/** What follows a figure in its text, `length` characters at most. */
export function after(figure: Figure, length: number): string {
  return figure.text.slice(figure.at[1], figure.at[1] + length);
}

/** What stands before a figure in its text, `length` characters at most. */
export function before(figure: Figure, length: number): string {
  return figure.text.slice(Math.max(0, figure.at[0] - length), figure.at[0]);
}

/** The stretch of the file from the first to the last of two figures. */
export function stretch(first: Figure, last: Figure): Range {
  return [first.range[0], Math.max(last.range[1], first.range[1])];
}
