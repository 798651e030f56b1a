import type { Block } from '../../src/document/document.ts';
import { bracketPairs } from '../../src/text/brackets.ts';
import { insideOf, type Range } from '../../src/text/range.ts';

const QUOTES = new Set(['「', '『', '“']);

/** Tells whether the characters `[start, end)` of a block's visible text are quoted: in 「」『』“”, a link or a quotation. */
export function isQuoted(block: Block, start: number, end: number): boolean {
  if (block.place === 'quote') return true;
  if (isInLink(block, start, end)) return true;
  const { text } = block.visible;
  if (/"[^"\n]*$/.test(text.slice(Math.max(0, start - 60), start)) && text.slice(end, end + 60).includes('"'))
    return true;
  return placesIn(block).inQuotes(start, end);
}

/** Tells whether characters of a block's visible text stand in the text of a link. */
export function isInLink(block: Block, start: number, end: number): boolean {
  return placesIn(block).inLinks(start, end);
}

type Inside = ReturnType<typeof insideOf>;

const places = new WeakMap<Block, { readonly inLinks: Inside; readonly inQuotes: Inside }>();

/** The links and quotations of a block, found once however many matches ask. */
function placesIn(block: Block): { readonly inLinks: Inside; readonly inQuotes: Inside } {
  const known = places.get(block);
  if (known) return known;
  const { text } = block.visible;
  const quotes = bracketPairs(text).pairs.flatMap(([open, close]): Range[] =>
    QUOTES.has(text.charAt(open)) ? [[open + 1, close]] : [],
  );
  const links = block.spans.flatMap(({ kind, start, end }): Range[] => (kind === 'link' ? [[start, end]] : []));
  const found = { inLinks: insideOf(links), inQuotes: insideOf(quotes) };
  places.set(block, found);
  return found;
}

const ON_PROMPTS =
  /プロンプト|テンプレ|例文|ひな[形型]|雛形|文例|サンプル|prompt|template|メール例|入力例|指示例|書き方/i;

/** The blocks that stand under a heading (or right below a line) which announces a prompt, a template or a sample. */
export function sampleBlocks(blocks: readonly Block[]): ReadonlySet<Block> {
  const samples = new Set<Block>();
  let under = false;
  let before = '';
  for (const block of blocks) {
    const { text } = block.visible;
    if (block.kind === 'heading' || block.boldOnly) under = ON_PROMPTS.test(text);
    else if (under || announces(before)) samples.add(block);
    if (text !== '' && !(block.kind === 'item' && announces(before))) before = text;
  }
  return samples;
}

function announces(line: string): boolean {
  return /[：:]\s*$/.test(line) && ON_PROMPTS.test(line.slice(-40));
}
