import { OBJECT } from '../text/visible-text.ts';

/**
 * Marks of site generators that stand in Markdown as plain text. Output tags leave an object in the text (a reader sees
 * something there), the others leave nothing. All are bounded to one line, but for `{% raw %}`, so that they stay linear.
 */
const TEMPLATE =
  /\{\{[<%][^\n]{0,500}?[>%]\}\}|\{\{[^{}\n]{0,300}\}\}|\{%[^\n]{0,300}?%\}|\{:[^{}\n]{0,200}\}|\{#[\w-]{1,100}\}|\$\$[^$]{1,2000}\$\$|^:::[^\n]*(?:\n|$)|\[\[?toc\]?\]/gim;

/** A stretch of a text that is a template tag, a shortcode, a kramdown attribute or a container fence. */
export interface Mask {
  readonly start: number;
  readonly end: number;
  /** What stands in its place in the visible text. */
  readonly visible: string;
}

/** The template marks of a text, in order and disjoint. */
export function masksIn(text: string): Mask[] {
  if (!/[{$:[]/.test(text)) return [];
  return Array.from(text.matchAll(TEMPLATE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    visible: isOutput(match[0]) ? OBJECT : '',
  }));
}

function isOutput(tag: string): boolean {
  return tag.startsWith('$$') || (tag.startsWith('{{') && !/^\{\{[<%]\s*\//.test(tag));
}
