/** Quotes at most `limit` characters of a text in a message: the middle of a longer one is left out, line breaks are shown as spaces. */
export function shorten(text: string, limit = 30): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= limit) return line;
  const head = Math.ceil(limit * 0.6);
  return `${characters.slice(0, head).join('')}…${characters.slice(head - limit + 1).join('')}`;
}
