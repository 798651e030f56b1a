import type { Nodes, Root, RootContent } from 'mdast';
import type { Grammar } from './parse-in-chunks.ts';

/** The grammar of a parser that makes mdast trees. */
export function mdastGrammar(parse: (text: string) => Root): Grammar<RootContent> {
  return {
    parse: (text) => parse(text).children,
    kindOf: ({ type }) => {
      if (type === 'code' || type === 'html') return type;
      return FRONT_MATTER.has(type) ? 'front matter' : 'other';
    },
    spanOf: ({ position }) => [position?.start.offset ?? 0, position?.end.offset ?? 0],
    moved,
    fromMdast: (node) => node,
  };
}

const FRONT_MATTER = new Set<string>(['yaml', 'toml', 'json']);

function moved<N extends Nodes>(node: N, by: number, lines: number): N {
  const point = ({ line, column, offset = 0 }: Point) => ({ line: line + lines, column, offset: offset + by });
  const copy = { ...node };
  if (node.position) copy.position = { start: point(node.position.start), end: point(node.position.end) };
  if ('children' in copy) copy.children = copy.children.map((child) => moved(child, by, lines)) as typeof copy.children;
  return copy;
}

type Point = NonNullable<Nodes['position']>['start'];
