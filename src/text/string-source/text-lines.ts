/** Line from 1, column from 0. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Converts between places and lines as structured-source 3 does: CR, LF, CRLF, U+2028 and U+2029 end a line. */
export interface TextLines {
  readonly indexOf: (position: LineColumn) => number;
  readonly positionOf: (index: number) => LineColumn;
}

/** The lines of a text. `indexOf` gives NaN for a line that is not there. */
export function textLines(text: string): TextLines {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|[\r\n\u2028\u2029]/g))
    starts.push(index + lineBreak.length);
  return {
    indexOf: ({ line, column }) => (starts[line - 1] ?? Number.NaN) + column,
    positionOf: (index) => {
      let line = starts.length;
      while (line > 0 && (starts[line - 1] ?? 0) > index) line--;
      return { line, column: index - (starts[line - 1] ?? Number.NaN) };
    },
  };
}
