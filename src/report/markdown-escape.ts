import { printable, wellFormed } from './printable.ts';

/** Characters that Markdown, tables and GitHub's extensions of it read; a backslash makes them plain. */
const ACTIVE = /[\\`*_{}[\]()#+.!|~-]/g;

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

/** An empty comment after `@`, `#` and `:` keeps GitHub from finding a user, an issue or an emoji in what is rendered. */
function plainLine(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(ACTIVE, String.raw`\$&`)
    .replaceAll(/@|\\#|:(?=[\w/+])/g, '$&<!-- -->')
    .replaceAll('$', '<span>$</span>');
}
