import stringWidth from 'string-width';

/** Characters of two cells and of one that make no cluster with one another: nearly all that Japanese articles consist of. */
const WIDE = '\\u3000-\\u3029\\u3030-\\u303e\\u3041-\\u3096\\u309b-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff60';
const NARROW =
  ' -~\\u00a1-\\u00ac\\u00ae-\\u02ff\\u0391-\\u03a9\\u03b1-\\u03c9\\u0410-\\u044f\\u2010-\\u2027\\u2190-\\u22ff\\u2460-\\u257f';

const simple = new RegExp(`^[${WIDE}${NARROW}]*$`);
const narrow = new RegExp(`[${NARROW}]+`, 'g');
/** All others, with their neighbours, which they may make a cluster with. */
const others = new RegExp(`[${WIDE}${NARROW}]?(?:[^${WIDE}${NARROW}]+[${WIDE}${NARROW}]?)+`, 'g');

/** Terminal cells that a text takes. */
export function widthOf(text: string): number {
  if (simple.test(text)) return simpleWidth(text);
  let width = 0;
  // The package takes a tenth of a start to load, and most of the time of a report if it measures all of it.
  const rest = text.replaceAll(others, (piece) => {
    width += stringWidth(piece);
    return '';
  });
  return width + simpleWidth(rest);
}

function simpleWidth(text: string): number {
  return text.length + text.replaceAll(narrow, '').length;
}
