/** Control characters (but for the tab), line separators and bidirectional overrides as visible escapes: a terminal must not obey a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be found.
const UNPRINTABLE = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** A text for one line of a terminal: tabs become spaces, what the terminal would obey is shown as `\u001B`. */
export function printable(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replaceAll(
      UNPRINTABLE,
      (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
}

/** A text that UTF-8 can hold: a lone half of a surrogate pair becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
