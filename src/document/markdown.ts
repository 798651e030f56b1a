import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(withoutTransforms)
  .use(remarkFrontmatter, [
    'yaml',
    'toml',
    { type: 'json', fence: { open: ';;;', close: ';;;' } },
    { type: 'json', fence: { open: '---json', close: '---' } },
  ]);

/**
 * remark-gfm looks for URLs a second time in the finished tree (behind a `[` that is never closed), and the nodes that it makes
 * there, and all text beside them, have no position.
 */
function withoutTransforms(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}

/** No author nests deeper; who walks the tree calls itself for each level, and V8 may end the process where the stack ends. */
const DEEPEST = 500;

/** remark's tree of a text: CommonMark, GFM and front matter. Throws what the parser throws, and where the tree is too deep. */
export function parseMarkdown(text: string): Root {
  const root = markdown.parse(text) as Root;
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new RangeError('The Markdown is nested too deep');
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return root;
}
