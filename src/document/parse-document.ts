import type { Nodes, Root } from 'mdast';
import type { Morpheme, Tokenize } from '../text/morphemes.ts';
import { positionOf } from '../text/positions.ts';
import type { Range } from '../text/range.ts';
import { readBlocks } from './blocks.ts';
import type { Document } from './document.ts';
import type { FrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { mdastGrammar } from './mdast-grammar.ts';
import { parserInChunks } from './parse-in-chunks.ts';
import { readToml } from './read-toml.ts';
import { readYaml } from './read-yaml.ts';

const blocksOf = parserInChunks(mdastGrammar(parseMarkdown));

/** Reads an article. Never throws: strange text gives a smaller document. `path` is only remembered, nothing is opened. */
export function parseDocument(text: string, tokenize: Tokenize, path?: string): Document {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const rangeOf = (node: Nodes): Range => [
    bom + (node.position?.start.offset ?? 0),
    bom + (node.position?.end.offset ?? 0),
  ];
  const braces = BRACES.exec(text.slice(bom))?.[0];
  // The parser takes a second byte order mark off, and does not count it.
  const plain = text.slice(bom).replace(/^\uFEFF/, ' ');
  const rest = plain.slice(braces?.length ?? 0).replaceAll(TOO_DEEP, blank);
  const markdownText = braces === undefined ? rest : blank(braces) + rest;
  const { root, blocks, opaque, comments } = readTree(markdownText, text, rangeOf);
  const memo = new Map<string, readonly Morpheme[]>();
  return {
    text,
    path,
    frontMatter: braces === undefined ? fencedFrontMatter(root, text, rangeOf) : bracedFrontMatter(braces, bom),
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

type Tree = ReturnType<typeof readBlocks> & { readonly root: Root };

/** A front matter with both fences, at the start of a text. */
const CLOSED_FRONT_MATTER = /^(---|\+\+\+|;;;)[^\n]*\n(?:[^\n]*\n)*?\1[ \t]*(?=\r?\n|$)/;

/**
 * A line that opens a hundred lists, block quotes and footnotes at once, or a list behind 200 spaces, is none that an author wrote, but
 * thousands of them keep the parser busy for minutes: such lines are read as blank.
 */
const TOO_DEEP =
  /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])|\[\^[^[\]\r\n]{1,99}\]:)){100}[^\r\n]*|^[ \t]{200,}(?:[-*+>]|\d{1,9}[.)])(?=[ \t])[^\r\n]*/gm;

/** A text that makes the parser throw all the same (nesting that overflows the stack) costs the body: only the front matter is read. */
function readTree(markdownText: string, text: string, rangeOf: (node: Nodes) => Range): Tree {
  const read = (part: string): Tree => {
    const root = rootOf(part);
    return { root, ...readBlocks(root, { text, rangeOf }) };
  };
  try {
    return read(markdownText);
  } catch {
    return read(CLOSED_FRONT_MATTER.exec(markdownText)?.[0] ?? '');
  }
}

function rootOf(text: string): Root {
  const { line, column } = positionOf(text, text.length);
  const end = { line, column, offset: text.length };
  return { type: 'root', children: blocksOf(text), position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

/** JSON without fences, as Hugo has it: from a `{` that begins the article to a `}` that begins a line. */
const BRACES = /^\{\s*"(?:[^\n]*\n)+?\}[ \t]*(?=\r?\n|$)/;

/** Spaces in place of a text, line for line: what follows keeps its offsets. */
function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}

function bracedFrontMatter(braces: string, bom: number): FrontMatter {
  const range: Range = [bom, bom + braces.trimEnd().length];
  return { format: 'json', range, contentRange: range, ...readYaml(braces, bom) };
}

function fencedFrontMatter(root: Root, text: string, rangeOf: (node: Nodes) => Range): FrontMatter | undefined {
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
