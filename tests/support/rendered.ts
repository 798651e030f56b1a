import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** The cells of every table of a Markdown text, row by row, as a reader sees them; `<br>` as a line break. */
export function cellsOf(markdown: string): string[][] {
  return nodesOf(unified().use(remarkParse).use(remarkGfm).parse(markdown))
    .filter((node) => node.type === 'tableRow')
    .map((row) => row.children.map(textOf));
}

/** Every node of a Markdown text. */
export function nodesIn(markdown: string): Nodes[] {
  return nodesOf(unified().use(remarkParse).use(remarkGfm).parse(markdown));
}

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

function textOf(node: Nodes): string {
  if (node.type === 'html') return node.value === '<br>' ? '\n' : '';
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node ? node.value : '';
}
