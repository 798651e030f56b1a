import type { Nodes, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';

const PARSER = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);

/** A piece of a file that was replaced: UTF-16 offsets into the old text. */
export interface Change {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Keys of the YAML front matter as another parser than koetsu's reads them; undefined if there is none or it cannot be read. */
export function yamlKeys(text: string): readonly string[] | undefined {
  const source = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
  if (source === undefined) return undefined;
  try {
    const value: unknown = parseYaml(source, { uniqueKeys: false, logLevel: 'silent' });
    return typeof value === 'object' && value !== null ? Object.keys(value).sort() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The blocks of a text that no change touches and that are not there any more, or are something else, after the changes. A block
 * is a child of the root; what is compared is its whole tree, and where it stands.
 */
export function lostBlocks(before: string, after: string, changes: readonly Change[]): string[] {
  const left = new Map(blocksOf(after).map((block) => [block.start, block]));
  return blocksOf(before).flatMap(({ start, end, node }) => {
    if (changes.some(({ range }) => range[0] <= end && range[1] >= start)) return [];
    const moved = left.get(start + shiftAt(start, changes));
    return moved && treeOf(moved.node) === treeOf(node) ? [] : [before.slice(start, Math.min(end, start + 80))];
  });
}

interface PlacedBlock {
  readonly start: number;
  readonly end: number;
  readonly node: RootContent;
}

/** Offsets as they are in the text: the parser does not count a BOM. */
function blocksOf(text: string): PlacedBlock[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const root: Root = PARSER.parse(text.slice(bom));
  const at = (offset: number | undefined): number => (offset ?? 0) + bom;
  return root.children.map((node) => ({
    start: at(node.position?.start.offset),
    end: at(node.position?.end.offset),
    node,
  }));
}

function shiftAt(offset: number, changes: readonly Change[]): number {
  const earlier = changes.filter(({ range }) => range[1] <= offset);
  return earlier.reduce((sum, { range, text }) => sum + text.length - (range[1] - range[0]), 0);
}

function treeOf(node: Nodes): string {
  return JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value));
}
