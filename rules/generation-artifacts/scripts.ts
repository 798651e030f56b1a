import type { Block, Document } from '../../src/document/document.ts';
import { remembered } from '../../src/text/remembered.ts';
import type { Found } from './artifact.ts';
import { isInLink, isQuoted } from './quoted.ts';
import { SIMPLIFIED } from './simplified.ts';

const SCRIPTS = ['Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil'];
const MORE_SCRIPTS = [
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Tibetan',
  'Georgian',
  'Hangul',
  'Khmer',
];
const FOREIGN = [...SCRIPTS, ...MORE_SCRIPTS].map((script) => `\\p{Script=${script}}`).join('');
const FOREIGN_RUN = new RegExp(`[${FOREIGN}\u0559-\u055f](?:[${FOREIGN}\\p{M}]*[${FOREIGN}])?\\p{M}*`, 'gu');
const ANY_FOREIGN = new RegExp(`[${FOREIGN}\u0559-\u055f]`, 'u');

/** Found out once for each text, as below. */
const KEPT = { entries: 4000, characters: 100_000 };
const holdsForeign = remembered((text) => ANY_FOREIGN.test(text), KEPT);

/** A whole foreign name or word is longer than the few letters that slip into a Japanese one. */
const MAX_SLIP = 7;
/** After a noun, that many letters are a name: 社名Газпром. */
const MIN_NAME = 5;
const JAPANESE = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]/u;
const PARTICLE = /^(?:氏|さん|様|社|は|が|を|に|の|と|で|も|へ|や|から|まで|という|って|、|。|など|だ|です)/;
/** A text about languages and letters shows them on purpose. */
const ON_LETTERS =
  /文字|キリル|ハングル|アラビア|ヘブライ|タイ語|ロシア語|韓国語|アルファベット|発音|読み方|語で|語の|表記|Unicode|単語/;

/** Letters of a script that Japanese is not written with, inside or at the end of a Japanese word. */
export function foreignScripts(document: Document): Found[] {
  const blocks = document.blocks.filter(({ visible }) => holdsForeign(visible.text));
  if (blocks.length === 0 || !ANY_FOREIGN.test(document.text)) return [];
  const found: Found[] = [];
  for (const block of blocks) {
    const { text } = block.visible;
    for (const match of text.matchAll(FOREIGN_RUN)) {
      const end = match.index + match[0].length;
      if (!isSlip(text, match.index, end) || ON_LETTERS.test(around(text, match.index, end))) continue;
      if (isInLink(block, match.index, end)) continue;
      const [from, to] = wordAround(text, match.index, end);
      found.push({ id: 'foreign-script', range: block.visible.rangeOf(match.index, end), quote: text.slice(from, to) });
    }
  }
  return found;
}

/** シンгаポール and 障اقを are slips; the name in 新社長のИванは stands between words. */
function isSlip(text: string, start: number, end: number): boolean {
  if (end - start > MAX_SLIP) return false;
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  const isWordEnd = !JAPANESE.test(after) || PARTICLE.test(text.slice(end, end + 3));
  if (/[\p{Script=Han}\p{Script=Katakana}ー]/u.test(before)) return !isWordEnd || end - start < MIN_NAME;
  return JAPANESE.test(before) && !isWordEnd;
}

function wordAround(text: string, start: number, end: number): readonly [number, number] {
  let from = start;
  let to = end;
  while (start - from < 5 && JAPANESE.test(text[from - 1] ?? '')) from -= 1;
  while (to - end < 5 && JAPANESE.test(text[to] ?? '')) to += 1;
  return [from, to];
}

function around(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - 30), start) + text.slice(end, end + 30);
}

/** Characters that were lost in a conversion. */
export function brokenCharacters({ text, blocks }: Document): Found[] {
  if (!text.includes('\uFFFD')) return [];
  return blocks.flatMap(({ visible }) =>
    Array.from(visible.text.matchAll(/\uFFFD+/g), ({ 0: lost, index }) => ({
      id: 'replacement-character',
      range: visible.rangeOf(index, index + lost.length),
      quote: visible.text.slice(Math.max(0, index - 5), index + lost.length + 5),
    })),
  );
}

const ANY_SIMPLIFIED = new RegExp(`[${SIMPLIFIED}]`, 'u');
const holdsSimplified = remembered((text) => ANY_SIMPLIFIED.test(text), KEPT);
const CHINESE_RUN = new RegExp(`\\p{Script=Han}{0,4}[${SIMPLIFIED}]+\\p{Script=Han}{0,4}`, 'gu');
/** Chinese companies that Japanese texts leave in their own characters. */
const KNOWN_NAMES =
  /华为|腾讯|阿里|百度|讯飞|智谱|月之暗面|比亚迪|宁德时代|商汤|旷视|字节跳动|抖音|快手|京东|联想|小鹏|蔚来|理想|蚂蚁|萝卜快跑|寒武纪/;

/** Simplified Chinese in a Japanese sentence: 第一时间に. Names (quoted, in brackets, used again) are legitimate. */
export function simplifiedChinese(document: Document): Found[] {
  const blocks = document.blocks.filter(({ visible }) => holdsSimplified(visible.text));
  if (blocks.length === 0 || !ANY_SIMPLIFIED.test(document.text)) return [];
  return blocks.flatMap((block) =>
    Array.from(block.visible.text.matchAll(CHINESE_RUN))
      .filter((match) => !isForeignName(document, block, match))
      .map(({ 0: run, index }) => ({
        id: 'simplified-chinese',
        range: block.visible.rangeOf(index, index + run.length),
        quote: run,
      })),
  );
}

/** A name is known or long, is set off by brackets here or elsewhere, or comes again; a slip runs into hiragana. */
function isForeignName(document: Document, block: Block, { 0: run, index }: RegExpExecArray): boolean {
  const { text } = block.visible;
  const end = index + run.length;
  if (run.length > 6 || KNOWN_NAMES.test(run) || !/[ぁ-ん]/.test(text[end] ?? '')) return true;
  if (/[（(「『《・]/.test(text[index - 1] ?? '') || isQuoted(block, index, end)) return true;
  if (/中国語|簡体字|漢字/.test(around(text, index, end))) return true;
  const again = document.text.indexOf(run, document.text.indexOf(run) + 1);
  return again >= 0 || document.text.includes(`（${run}`);
}
