import type { TxtDocumentNode, TxtNode } from '@textlint/ast-node-types';
import type { TextlintKernelPlugin } from '@textlint/kernel';
import { moduleInterop } from '@textlint/module-interop';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import type { TextlintPluginCreator } from '@textlint/types';
import type { ListItem, PhrasingContent } from 'mdast';
import { parserInChunks } from '../document/parse-in-chunks.ts';
import type { PlainBlock } from '../document/plain-blocks.ts';
import { lineStartsOf } from '../text/positions.ts';

const creator = moduleInterop(markdownPlugin) as unknown as TextlintPluginCreator;

/** textlint's Markdown. */
export const MARKDOWN: TextlintKernelPlugin = { pluginId: 'markdown', plugin: creator };

/** textlint's tree of a text, in one go. Throws what the parser throws. */
export function parseWhole(text: string): TxtDocumentNode {
  const { preProcess } = new creator.Processor().processor('.md');
  return preProcess(text) as TxtDocumentNode;
}

const blocksOf = parserInChunks<TxtNode>({
  parse: (text) => parseWhole(text).children,
  kindOf: ({ type }) => KINDS[type] ?? 'other',
  spanOf: ({ range }) => range,
  moved,
  fromMdast,
});

const KINDS: Readonly<Record<string, 'code' | 'html' | 'front matter'>> = {
  CodeBlock: 'code',
  Html: 'html',
  Yaml: 'front matter',
  Toml: 'front matter',
  Json: 'front matter',
};

type Simple = PlainBlock | ListItem | PhrasingContent;
const NAMES: Partial<Record<Simple['type'], string>> = {
  heading: 'Header',
  paragraph: 'Paragraph',
  list: 'List',
  listItem: 'ListItem',
  thematicBreak: 'HorizontalRule',
  strong: 'Strong',
  text: 'Str',
};

/** textlint's node for one of mdast, of the types that simple blocks are made of. */
function fromMdast({ position, type, ...node }: Simple, text: string): TxtNode {
  const [start, end] = [position?.start ?? NOWHERE, position?.end ?? NOWHERE];
  const range = [start.offset ?? 0, end.offset ?? 0] as const;
  const place = ({ line, column }: typeof start) => ({ line, column: column - 1 });
  return placed({
    type: NAMES[type] ?? type,
    ...node,
    ...('children' in node ? { children: node.children.map((child) => fromMdast(child as Simple, text)) } : {}),
    loc: { start: place(start), end: place(end) },
    range,
    raw: text.slice(...range),
  } as unknown as TxtNode);
}

const NOWHERE = { line: 1, column: 1, offset: 0 };

/** The same tree, read in parts (parse-in-chunks.ts). */
export function parseMarkdown(text: string): TxtDocumentNode {
  const children = blocksOf(text) as TxtDocumentNode['children'];
  const starts = lineStartsOf(text);
  const end = { line: starts.length, column: text.length - (starts.at(-1) ?? 0) };
  const loc = { start: { line: 1, column: 0 }, end };
  return placed({ type: 'Document', children, loc, range: [0, text.length], raw: text }) as TxtDocumentNode;
}

/** A copy of a node and all below it at another place; without parents, which textlint notes in the nodes that it visits. */
function moved<N extends TxtNode>(node: N, by: number, lines: number): N {
  const { range, loc } = node;
  const children = (node as { children?: readonly TxtNode[] }).children;
  return placed({
    ...node,
    range: [range[0] + by, range[1] + by],
    loc: { start: below(loc.start, lines), end: below(loc.end, lines) },
    ...(children ? { children: children.map((child) => moved(child, by, lines)) } : {}),
  });
}

function below({ line, column }: TxtNode['loc']['start'], lines: number): TxtNode['loc']['start'] {
  return { line: line + lines, column };
}

/** With the hidden `position` of remark, whose columns count from 1. */
function placed<N extends Pick<TxtNode, 'loc' | 'range'>>(node: N): N {
  const { loc, range } = node;
  const point = ({ line, column }: TxtNode['loc']['start'], offset: number) => ({ line, column: column + 1, offset });
  const value = { start: point(loc.start, range[0]), end: point(loc.end, range[1]) };
  return Object.defineProperty(node, 'position', { value });
}

/** A plugin that hands out a tree which is already there. */
export function parsed(tree: TxtDocumentNode): TextlintKernelPlugin {
  const processor = {
    availableExtensions: () => ['.md'],
    processor: () => ({
      preProcess: () => tree,
      postProcess: (messages: unknown, filePath?: string) => ({ messages, filePath: filePath ?? '<markdown>' }),
    }),
  };
  // Called with `new`, a function may return another object.
  function Processor(): typeof processor {
    return processor;
  }
  return { pluginId: 'markdown', plugin: { Processor } as unknown as TextlintPluginCreator };
}
