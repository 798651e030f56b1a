import type { Block, Document } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import { remembered } from '../../src/text/remembered.ts';
import type { Found } from './artifact.ts';
import { isQuoted } from './quoted.ts';

/** What only a prompt says: one such line is enough. */
const STRONG =
  /[【［[#＃*■◆]\s*(?:既存の?(?:記事|本文|文章|原稿)(?:の[^】\n]{0,12})?|記事の(?:最後の部分|続き)|元の?(?:記事|原稿|文章)(?:の[^】\n]{0,8})?|文体の指示|執筆(?:指示|条件|ルール)|出力(?:形式|フォーマット|条件|ルール)|生成条件|システムプロンプト|プロンプト|記事の(?:条件|要件)|制約条件)\s*[】］\]]|続きを(?:自然に)?書いて(?:ください|下さい)|(?:記事|文章|本文)(?:の続き)?を[^\n。]{0,24}(?:完成させて|書き上げて|書いて|執筆して|補完して|作成して|生成して)(?:ください|下さい)|フロントマターは?(?:を)?[^\n。]{0,12}(?:追加|含め|出力|不要|書か)|既存の(?:内容|記事|文章)を繰り返さ|(?:記事|文章|本文|出力)の(?:末尾|最後)に[^\n]{0,24}(?:必ず|(?:追加|付け|出力|入れ|記載)(?:し)?て(?:ください|下さい))|(?:上記|以上|前述)の(?:続き|文章|内容)(?:から|に続けて)[^\n。]{0,20}(?:ください|下さい)|途切れた(?:部分|箇所)から|(?:AI|機械)(?:らしい|っぽい)[^\n。]{0,16}(?:表現|文章|言い回し)は?(?:を)?(?:避け|使わ|使用し)|(?:3|三)人称で書いて|以下の(?:記事|文章)「[^」\n]{1,80}」が途中で|^(?:You are a|Write (?:a|an|the) (?:blog|article)|Continue (?:the|this) (?:article|text))/m;

/** What a prompt says too: it counts next to other such lines. */
const WEAK =
  /^[【［[](?:要求事項|要件|条件|注意(?:事項|点)?|指示|ルール|制約|トーン|文体|構成|形式|禁止事項|ターゲット(?:読者)?|想定読者|キーワード|タイトル|テーマ|参照データ|文字数)[】］\]]|文字(?:程度|以内|以上)|文字数(?:は|[：:])|(?:で書いてください|を含めて(?:ください)?|を含める|避けてください|しないでください|で締めくく|を使用(?:してください|する)?$|を意識(?:する|してください)?$|にしてください|出力してください|記述してください)|(?:親しみやす|プロフェッショナルな|です・ます|ですます|だ・である)[^\n。]{0,24}(?:スタイル|トーン|文体|調)(?:で|に|$)|有用な情報を含め/m;

const ANY = new RegExp(`${STRONG.source}|${WEAK.source}`, 'gm');

/** The lines of a prompt may be this many blocks apart. */
const REACH = 4;

/** Leaked instructions: runs of blocks that read like a prompt, each run one finding. */
export function promptsIn(document: Document, samples: ReadonlySet<Block>): Found[] {
  const mayHold = document.blocks.some(({ visible }) => strongIn(visible.text) !== undefined);
  if (!mayHold || !STRONG.test(document.text)) return [];
  const found: Found[] = [];
  let run: Block[] = [];
  const close = (): void => {
    const first = run[0];
    const last = run.at(-1);
    const strong = first && last ? run.find((block) => isStrong(block)) : undefined;
    if (first && last && strong) {
      found.push({ id: 'prompt', range: [extentOf(first)[0], extentOf(last)[1]], quote: quoteOf(strong) });
    }
    run = [];
  };
  for (const block of document.blocks) {
    if (block.visible.text === '' || samples.has(block)) continue;
    const last = run.at(-1);
    if (last && block.index - last.index > REACH) close();
    if (isStrong(block) || WEAK.test(block.visible.text.slice(0, 400))) run.push(block);
  }
  close();
  return found;
}

/** Where a text first says what only a prompt says; found out once for each text. */
const strongPlace = remembered<Range | false>(
  (text) => {
    const match = STRONG.exec(text);
    return match ? [match.index, match.index + match[0].length] : false;
  },
  { entries: 4000, characters: 100_000 },
);

function strongIn(text: string): Range | undefined {
  return strongPlace(text) || undefined;
}

function isStrong(block: Block): boolean {
  const place = strongIn(block.visible.text);
  return place !== undefined && !isQuoted(block, ...place);
}

/** From the first to the last line (in long lines: sentence) of a block that reads like a prompt. */
function extentOf(block: Block): Range {
  const { text } = block.visible;
  const matches = Array.from(text.matchAll(ANY));
  const first = matches[0];
  const last = matches.at(-1);
  const start = first ? lineAt(block, first.index)[0] : 0;
  const end = last ? lineAt(block, last.index + Math.max(0, last[0].length - 1))[1] : text.length;
  return block.visible.rangeOf(start, end);
}

function quoteOf(block: Block): string {
  return block.visible.text.slice(...lineAt(block, STRONG.exec(block.visible.text)?.index ?? 0));
}

/** The line at an offset, cut down to the sentence if it holds several. */
function lineAt({ visible: { text }, sentences }: Block, at: number): Range {
  const sentence = sentences.find((candidate) => candidate.end > at);
  const lineEnd = text.indexOf('\n', at);
  const start = Math.max(text.lastIndexOf('\n', at) + 1, sentence?.start ?? 0);
  return [Math.min(start, at), Math.min(lineEnd < 0 ? text.length : lineEnd, sentence?.end ?? text.length)];
}
