import { printable, wellFormed } from './printable.ts';

/** Characters that Markdown reads within a line, those of tables and of GitHub's extensions too; a backslash makes them plain. */
const ACTIVE = /[\\`*_[\]#|~]/g;
/** Where GitHub would find a user, an issue, an emoji or an address in what is rendered: an empty comment behind it keeps it from that. */
const FOUND = /@|\\#|:(?=\/\/|[\w+-]+:)|www(?=\.)/gi;

/**
 * A text as plain Markdown on one line, for a cell of a table too: nothing in it is markup, a link, a mention, a reference, an emoji
 * code or a formula. Line breaks become `<br>`; characters that cannot be seen become visible.
 */
export function plainMarkdown(text: string): string {
  return wellFormed(text)
    .split(/\r\n|\r|\n/)
    .map((line) => plainLine(printable(line)))
    .join('<br>');
}

/** The same as code, in HTML: a code span of Markdown cannot hold every text. */
export function codeMarkdown(text: string): string {
  return `<code>${plainMarkdown(text)}</code>`;
}

function plainLine(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(ACTIVE, String.raw`\$&`)
    .replaceAll(FOUND, '$&<!-- -->')
    .replaceAll('$', '<span>$</span>');
}
