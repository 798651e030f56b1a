import { bracketPairs } from './brackets.ts';
import type { Morpheme } from './morphemes.ts';
import { remembered } from './remembered.ts';

/**
 * How a text ends, read from its last morphemes:
 * - `terminated`: with 。！？ or their like; `ellipsis`: with … or ...; `symbol`: with another mark (→, ※, emoji);
 * - `colon`: with ： — something is announced; `comma`: with 、 or ・; `opening`: with a bracket that has just been opened;
 * - `quotation`: with a closed quotation, or a long parenthesis, after which nothing follows;
 * - `predicate`: with a form that can close a sentence (する, です, た, 高い, よね, しよう);
 * - `noun`: with a noun (体言止め or half a phrase); `adverb`: with an adverb;
 * - `particle`: with a particle that needs a word after it (を, が, の, は, に, と, や …);
 * - `soft-particle`: with a particle that casual prose or a list may end in (て, けど, から, など, だけ, まで …);
 * - `inflected`: with a verb, adjective or auxiliary in a form that needs a word after it (発表し, 叫ば, 行っ, でし, 高く);
 * - `adnominal`: その, 大きな, な; `conjunction`: そして, しかし; `prefix`: 約, 超;
 * - `empty`: without a word.
 */
export type Ending =
  | 'terminated'
  | 'ellipsis'
  | 'symbol'
  | 'colon'
  | 'comma'
  | 'opening'
  | 'quotation'
  | 'predicate'
  | 'noun'
  | 'adverb'
  | 'particle'
  | 'soft-particle'
  | 'inflected'
  | 'adnominal'
  | 'conjunction'
  | 'prefix'
  | 'empty';

/** Text after this many characters before the end decides nothing; it also bounds the cost of an analysis. */
const WINDOW = 40;

const TRAILING_MARKUP = /[\s*_~`]{1,40}$/u;
const MARKS: readonly (readonly [RegExp, Ending])[] = [
  [/(?:…|‥|(?<!\.)\.{2,}|(?<!・)・{2,}|(?<!。)。{2,})$/u, 'ellipsis'],
  [/[。！？!?．‼⁇⁈⁉]$/u, 'terminated'],
  [/[。！？!?][」』）)”"’】〉》]+$/u, 'terminated'],
  // They leave out ないか and しれない.
  [/(?:[のん]では|かも)$/u, 'predicate'],
  [/[、，,・]$/u, 'comma'],
  [/[：:]$/u, 'colon'],
  [/[「『（(【［[〈《〔“]$/u, 'opening'],
  [/[」』）)”】］\]〉》〕]$/u, 'quotation'],
  [/[^A-Za-z0-9ａ-ｚＡ-Ｚ][wｗ]{1,5}$/u, 'symbol'],
  [/[A-Za-z0-9０-９Ａ-Ｚａ-ｚ%％℃$€£¥+＋#&@]$/u, 'noun'],
  [/[^\p{L}\p{N}ー々〆ヶ゛゜]$/u, 'symbol'],
];

/** 「…でした（笑）」, 「…（LLM）」: what stands before a short parenthesis decides. */
const PARENTHESIS = /[（(][^（()）\n]{1,30}[）)]$/u;

/** Says how a text ends. Looks at its last characters only; white space and literal emphasis marks at the end do not count. */
export function endingOf(text: string, morphemes: (text: string) => readonly Morpheme[]): Ending {
  const { mark, tail } = tailIn(text.slice(-WINDOW * 2));
  if (mark) return mark;
  const tokens = morphemes(tail).filter((token) => token.surface_form.trim() !== '');
  const last = tokens.at(-1);
  return last ? endingOfWord(last, tokens.at(-2)) : 'empty';
}

interface Tail {
  /** What the last mark alone says. */
  readonly mark?: Ending;
  /** The words that say the rest. */
  readonly tail: string;
}

/** Half a kilobyte each: at most 4 MB. */
const tailIn = remembered(readTail, { entries: 4000, characters: 100_000 });

function readTail(end: string): Tail {
  const window = end.replace(TRAILING_MARKUP, '');
  const words = window.replace(PARENTHESIS, '').replace(TRAILING_MARKUP, '') || window;
  if (words === '') return { mark: 'empty', tail: '' };
  const mark = MARKS.find(([pattern]) => pattern.test(words));
  return mark ? { mark: mark[1], tail: '' } : { tail: tailOf(words) };
}

/** The last characters from a boundary of words on, so that the analysis does not begin inside a word. */
function tailOf(words: string): string {
  const tail = words.slice(-WINDOW);
  const boundary = tail.search(/[、。「」（）\s]/u);
  return boundary >= 0 && boundary < WINDOW / 2 ? tail.slice(boundary + 1) : tail;
}

function endingOfWord(last: Morpheme, before: Morpheme | undefined): Ending {
  switch (last.pos) {
    case '助詞':
      return endingOfParticle(last, before);
    case '動詞':
    case '形容詞':
    case '助動詞':
      return endingOfPredicate(last);
    case '接頭詞':
      return 'prefix';
    case '連体詞':
      // 「…と同じ」 is a predicate as well.
      return last.surface_form === '同じ' ? 'predicate' : 'adnominal';
    case '接続詞':
      return 'conjunction';
    case '副詞':
      return 'adverb';
    case '感動詞':
      return 'predicate';
    case '記号':
      return last.pos_detail_1 === 'アルファベット' ? 'noun' : 'symbol';
    default:
      return 'noun';
  }
}

const SOFT_PARTICLES = new Set(
  'て で けど けれど けれども から ので のに し なら ながら つつ など なんて だけ のみ まで ほど くらい ぐらい ばかり へ として とか って より にて ずつ について によって に対して'.split(
    ' ',
  ),
);

function endingOfParticle({ surface_form, pos_detail_1 }: Morpheme, before: Morpheme | undefined): Ending {
  // 「機微な」: the stem of an adjective that the dictionary does not know; 「行くな」 closes a sentence.
  if (surface_form === 'な' && before?.pos === '名詞') return 'adnominal';
  if (/終助詞/u.test(pos_detail_1)) return 'predicate';
  // 「…できるか」「…なのか」: か is read as 副助詞／並立助詞／終助詞; after a noun it is a list (A か B).
  if (surface_form === 'か') return before?.pos === '名詞' && before.pos_detail_1 === '一般' ? 'particle' : 'predicate';
  // 「AIで」「ことで」 is a case particle that waits for a verb; 「読んで」 is the connective form.
  if (surface_form === 'で' && pos_detail_1 === '格助詞') return 'particle';
  return SOFT_PARTICLES.has(surface_form) ? 'soft-particle' : 'particle';
}

function endingOfPredicate(last: Morpheme): Ending {
  const { pos, conjugated_form, conjugated_type, surface_form } = last;
  if (/^(?:基本形|命令|文語基本形|現代基本形|音便基本形)/u.test(conjugated_form)) return 'predicate';
  if (surface_form === 'べき') return 'predicate';
  if (conjugated_form === '体言接続' && pos === '助動詞') return 'adnominal';
  if (conjugated_type === '不変化型') return 'predicate';
  // 深掘り, 取り組み, 置き換え: the stem of an independent verb also serves as a noun; that of する and of auxiliaries never does.
  if (conjugated_form === '連用形' && last.pos_detail_1 === '自立' && pos === '動詞' && !/サ変/u.test(conjugated_type))
    return 'noun';
  // 「なら」「たら」 end a clause; 「だろ」「でしょ」「ましょ」 are cut before う.
  return surface_form === 'なら' ? 'soft-particle' : 'inflected';
}

/**
 * How a text begins: `particle` (は, を, が、…), `auxiliary` (ました, である), `suffix` (的な, 化する), `mark` (、 or a closing
 * bracket), `letter` (a small kana, ー or ん, which begin no word), `ellipsis` (… or ... before more text), `word` otherwise.
 */
export type Beginning = 'particle' | 'auxiliary' | 'suffix' | 'mark' | 'letter' | 'ellipsis' | 'word';

const LEADING_MARKUP = /^[\s*_~`]{1,40}/u;

/** Says how a text begins. Looks at its first characters only. */
export function beginningOf(text: string, morphemes: (text: string) => readonly Morpheme[]): Beginning {
  const words = text.slice(0, WINDOW * 2).replace(LEADING_MARKUP, '');
  if (/^(?:…|\.{3})[^…‥.・\s]/u.test(words)) return 'ellipsis';
  if (/^[、。，」』）】〉》]/u.test(words)) return 'mark';
  if (/^[ぁぃぅぇぉっゃゅょァィゥェォッャュョーんをゎヮ々]/u.test(words))
    return words.startsWith('を') ? 'particle' : 'letter';
  // Particles and auxiliaries are written in hiragana: all else is a word unless it is one of the few suffixes.
  if (!/^[ぁ-ん的化性]/u.test(words)) return 'word';
  const head = /^[^。！？\n]{0,30}/u.exec(words)?.[0] ?? '';
  const [first, second] = morphemes(head);
  return first ? beginningOfWord(first, second) : 'word';
}

/** A comma after them makes them a conjunction or an interjection (で、 と、 が、) — not so を、 は、 に、 の、 へ、. */
const NEVER_FIRST = new Set(['を', 'は', 'に', 'の', 'へ', 'や']);
const ALSO_ADVERBS = new Set([
  'より',
  'か',
  'な',
  'ね',
  'よ',
  'なんて',
  'って',
  'けど',
  'けれど',
  'けれども',
  'ので',
  'のに',
  'なんか',
  'とか',
  'かも',
]);
const SUFFIXES = new Set(['的', '化', '性']);

function beginningOfWord(first: Morpheme, second: Morpheme | undefined): Beginning {
  const { pos, pos_detail_1, surface_form } = first;
  if (pos === '助詞') {
    if (NEVER_FIRST.has(surface_form)) return 'particle';
    if (pos_detail_1 === '終助詞' || second?.pos === '記号' || ALSO_ADVERBS.has(surface_form)) return 'word';
    // とはいえ, ともあれ, というわけで, でも: begin sentences.
    return /^(?:と|で|とは|とも|という|というの)$/u.test(surface_form) ? 'word' : 'particle';
  }
  if (pos === '助動詞')
    return /^(?:なら|だ|だっ|だろ|です|でし|でしょ|な|じゃ|なる)$/u.test(surface_form) ? 'word' : 'auxiliary';
  if (pos === '名詞' && pos_detail_1 === '接尾' && SUFFIXES.has(surface_form)) return 'suffix';
  return 'word';
}

/** Offset of the first bracket in a text that is opened and not closed; undefined if there is none. Inches and 1) do not count. */
export function openBracketIn(text: string): number | undefined {
  return bracketPairs(text).unmatched.find((at) => /[「『（(【“]/u.test(text[at] ?? ''));
}
