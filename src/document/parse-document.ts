import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Morpheme, Tokenize } from '../text/morphemes.ts';
import type { Range } from '../text/range.ts';
import { readBlocks } from './blocks.ts';
import type { Document } from './document.ts';
import type { FrontMatter } from './front-matter.ts';
import { readToml } from './read-toml.ts';
import { readYaml } from './read-yaml.ts';

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, [
    'yaml',
    'toml',
    { type: 'json', fence: { open: ';;;', close: ';;;' } },
    { type: 'json', fence: { open: '---json', close: '---' } },
  ]);

/** Reads an article. Never throws: strange text gives a smaller document. `path` is only remembered, nothing is opened. */
export function parseDocument(text: string, tokenize: Tokenize, path?: string): Document {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const root = markdown.parse(text.slice(bom)) as Root;
  const rangeOf = (node: Nodes): Range => [
    bom + (node.position?.start.offset ?? 0),
    bom + (node.position?.end.offset ?? 0),
  ];
  const { blocks, opaque, comments } = readBlocks(root, { text, rangeOf });
  const memo = new Map<string, readonly Morpheme[]>();
  return {
    text,
    path,
    frontMatter: readFrontMatter(root, text, rangeOf),
    unclosedFrontMatter: unclosedFence(root, text, bom),
    root,
    rangeOf,
    blocks,
    sentences: blocks.flatMap((block) => block.sentences),
    opaque,
    comments,
    morphemes: (part) => {
      const known = memo.get(part) ?? tokenize(part);
      memo.set(part, known);
      return known;
    },
  };
}

function readFrontMatter(root: Root, text: string, rangeOf: (node: Nodes) => Range): FrontMatter | undefined {
  const node: { type: string } | undefined = root.children[0];
  if (node?.type !== 'yaml' && node?.type !== 'toml' && node?.type !== 'json') return undefined;
  const range = rangeOf(node as Nodes);
  const source = text.slice(range[0], range[1]);
  const opening = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(source)?.[0].length ?? source.length;
  const closing = /(?:\r\n|\r|\n)[^\r\n]*$/.exec(source)?.index ?? source.length;
  const content = source.slice(opening, Math.max(opening, closing));
  const read = node.type === 'toml' ? readToml : readYaml;
  const contentRange: Range = [range[0] + opening, range[0] + opening + content.length];
  return { format: node.type, range, contentRange, ...read(content, contentRange[0]) };
}

/** A first line of `---` (or `+++`) that no other one closes, followed by what looks like a key. */
function unclosedFence(root: Root, text: string, bom: number): Range | undefined {
  const first: string | undefined = root.children[0]?.type;
  if (first === 'yaml' || first === 'toml' || first === 'json') return undefined;
  const opening = /^(?:---|\+\+\+)(?=[ \t]*\r?\n[ \t]*["']?[\w-]+["']?[ \t]*[:=]|[ \t]+[\w-]+:[ \t])/.exec(
    text.slice(bom),
  );
  return opening ? [bom, bom + opening[0].length] : undefined;
}
