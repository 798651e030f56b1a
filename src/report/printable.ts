/** Control characters (but for the tab), line separators and bidirectional overrides as visible escapes: a terminal must not obey a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be found.
const UNPRINTABLE = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** A text for one line of a terminal: tabs become spaces, what the terminal would obey is shown as `\u001B`. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(UNPRINTABLE, escapeOf);
}

/** A text that UTF-8 can hold: a lone half of a surrogate pair becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** A text without its line breaks and the white space around them: one space stands in their place. */
export function onOneLine(text: string): string {
  return text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
}

/**
 * A value as JSON that a terminal can be shown too: what it would obey beyond the control characters that JSON itself escapes (C1,
 * bidirectional overrides, line separators) is escaped; a reader gets the same value.
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(UNPRINTABLE, (character) =>
    character === '\n' ? character : escapeOf(character),
  );
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
