/** Quotes at most `limit` characters of a text in a message: the middle of a longer one is left out, line breaks are shown as spaces. */
export function shorten(text: string, limit = 30): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  // A character takes two units at most: what is left out of a long text is not looked at.
  const start = Array.from(line.slice(0, 2 * limit + 2));
  if (start.length <= limit) return line;
  const head = Math.ceil(limit * 0.6);
  const end = Array.from(line.slice(-2 * limit));
  return `${start.slice(0, head).join('')}…${end.slice(head - limit + 1).join('')}`;
}
