// node floor.mjs FILE…: what no linter for these rules can do without. Each file is parsed once, split once, tokenised once.
import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { loadTokenizer } from '../../dist/src/text/load-tokenizer.js';
import { splitSentences } from '../../dist/src/text/sentences.js';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);
const tokenize = await loadTokenizer({ cacheDirectory: process.env.KOETSU_CACHE });
for (const file of process.argv.slice(2)) {
  for (const text of paragraphsIn(parser.parse(readFileSync(file, 'utf8')))) {
    splitSentences(text);
    tokenize(text);
  }
}

function paragraphsIn(node) {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [textIn(node)];
  return (node.children ?? []).flatMap(paragraphsIn);
}

function textIn(node) {
  return 'value' in node ? node.value : (node.children ?? []).map(textIn).join('');
}
