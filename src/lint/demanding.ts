/** Longer ones take a second or more with the standard rules. */
const LONG = 200_000;
/** Characters that Markdown pairs and nests. */
const MARKUP = /[[\]{}*_~<>`|&\\#=@/.:+-]/g;
const BLANK_LINE = /\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r/;
/** At this, the worst constructs that are known take the parser a quarter of a second; of 1,700 real articles two are above it. */
const COSTLY = 1_000_000;

/**
 * True for an article that may take a second or far more to read: it belongs where it can be cut off. The time of Markdown parsers
 * grows with the square or more of the markup characters of a paragraph (`*a **b *a **b …`, `[[[ …`): a few kilobytes can cost minutes.
 * Linear in the text.
 */
export function isDemanding(text: string): boolean {
  if (text.length > LONG) return true;
  let cost = 0;
  for (const part of text.split(BLANK_LINE)) cost += (part.match(MARKUP)?.length ?? 0) ** 2;
  return cost > COSTLY;
}
