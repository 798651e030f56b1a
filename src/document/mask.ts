import { OBJECT } from '../text/visible-text.ts';

/**
 * URLs, and marks of site generators, that stand in Markdown as plain text. Output tags leave an object in the text (a reader sees
 * something there), the others leave nothing. All are bounded to one line, but for `{% raw %}`, so that they stay linear.
 */
const TEMPLATE =
  /(?:https?:\/\/|\bwww\.)[^\s<>"()[\]、。，．！？（）「」『』【】〈〉《》…]{1,2000}|\{\{[<%][^\n]{0,500}?[>%]\}\}|\{\{[^{}\n]{0,300}\}\}|\{%[^\n]{0,300}?%\}|\{:[^{}\n]{0,200}\}|\{#[\w-]{1,100}\}|\$\$[^$]{1,2000}\$\$|^:::[^\n]*(?:\n|$)|\[\[?toc\]?\]/gim;

/** A stretch of a text that is a template tag, a shortcode, a kramdown attribute, a container fence or a URL. */
export interface Mask {
  readonly start: number;
  readonly end: number;
  /** What stands in its place in the visible text. */
  readonly visible: string;
}

/** The template marks and the URLs of a text, in order and disjoint. */
export function masksIn(text: string): Mask[] {
  if (!/[{$:[]|www\./i.test(text)) return [];
  return Array.from(text.matchAll(TEMPLATE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    visible: isOutput(match[0]) ? OBJECT : '',
  }));
}

/**
 * The masks of a text that begins with a URL, as GFM links it: up to the next space. A Japanese full stop or bracket ends the
 * URL all the same, for prose goes on behind it without a space.
 */
export function masksInLink(text: string): Mask[] {
  const end = text.search(/[、。，．！？（）「」『』【】〈〉《》…]/u);
  if (end < 0) return [{ start: 0, end: text.length, visible: OBJECT }];
  const rest = masksIn(text.slice(end)).map((mask) => ({ ...mask, start: mask.start + end, end: mask.end + end }));
  return [{ start: 0, end, visible: OBJECT }, ...rest];
}

function isOutput(tag: string): boolean {
  return /^(?:http|www|\$\$)/i.test(tag) || (tag.startsWith('{{') && !/^\{\{[<%]\s*\//.test(tag));
}
