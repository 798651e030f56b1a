import type { Figure } from '../../src/figures/figure.ts';
import type { Operator, Token } from './expression.ts';
import { after, before, between, type Statement } from './statements.ts';

/** An expression of printed figures and the result that is printed for it. */
export interface Formula {
  readonly tokens: readonly Token[];
  readonly operands: readonly Figure[];
  readonly result: Figure;
  /** True for ≒ and ≈. */
  readonly isRough: boolean;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '×': '×',
  '✕': '×',
  x: '×',
  X: '×',
  '*': '×',
  '＊': '×',
  '÷': '÷',
  '/': '÷',
  '／': '÷',
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '－': '-',
  '–': '-',
};
const EQUALS = /^[)） 　]{0,8}(=|＝|≒|≈)[ 　]*$/;
/** 「5,800円×63人で36万5,400円になる」 */
const MAKES = /^[)） 　]{0,4}(?:で|なら|だと)、?(?:合計|約|毎月|年間)?$/;
const MADE = /^(?:に(?:な[るっり]|達|のぼ|上)|と(?:な[るっり])|で(?:す|あ)|だ|が|の|を|、|。|$)/;
/** 「合計62時間（20時間＋12時間＋30時間）」 */
const OPENS = /^(?:[ 　]?[（(][ 　]?(?:内訳[:：は]?[ 　]?)?)$/;
const CLOSES = /^[ 　]?(?:[）)])/;

type Links = readonly (readonly Token[] | undefined)[];

interface Chain {
  readonly statement: Statement;
  /** What stands between each figure and the next. */
  readonly gaps: readonly string[];
  /** Its tokens, where it is an operator. */
  readonly links: Links;
}

/** The printed formulas of a text, in order. */
export function* formulasIn(statement: Statement): Generator<Formula> {
  const { figures } = statement;
  const gaps = figures.slice(1).map((next, i) => unlabelled(between(figures[i] ?? next, next)));
  const chain = { statement, gaps, links: gaps.map(operatorTokens) };
  for (const i of gaps.keys()) {
    const found = equationAt(chain, i) ?? bracketAt(chain, i);
    if (found) yield found;
  }
}

/** 「20×12＝240」: the gap behind figure `i` is the equals sign. */
function equationAt({ statement, gaps, links }: Chain, i: number): Formula | undefined {
  const { figures, text } = statement;
  const gap = gaps[i] ?? '';
  const sign = EQUALS.exec(gap)?.[1] ?? (MAKES.test(gap) ? 'で' : undefined);
  const result = figures[i + 1];
  const first = startOf(links, i);
  if (!sign || !result || links[i + 1] || first === i || !isWhole(text, figures[first])) return undefined;
  const opened = figures[first] ? (/[（(]*$/.exec(before(figures[first], 4))?.[0].length ?? 0) : 0;
  const closed = /^[)） 　]*/.exec(gap)?.[0].replaceAll(/[ 　]/g, '').length ?? 0;
  const tokens = [
    ...Array.from({ length: opened }, () => ({ kind: 'open' }) as const),
    ...tokensOf(figures, links, [first, i]),
    ...Array.from({ length: closed }, () => ({ kind: 'close' }) as const),
  ];
  const formula = formulaOf(tokens, result, /[≒≈]/.test(sign));
  return sign !== 'で' || (MADE.test(after(result, 4)) && sharesUnit(formula)) ? formula : undefined;
}

/** 「62時間（20時間＋12時間＋30時間）」: the gap behind figure `i` opens the bracket. */
function bracketAt({ statement, gaps, links }: Chain, i: number): Formula | undefined {
  const { figures, text } = statement;
  const result = figures[i];
  const last = endOf(links, i + 1);
  const end = figures[last]?.at[1];
  if (!result || end === undefined || last === i + 1 || !OPENS.test(gaps[i] ?? '')) return undefined;
  const isClosed = CLOSES.test(unlabelled(text.slice(end, end + 24)));
  const formula = formulaOf(tokensOf(figures, links, [i + 1, last]), result, false);
  // 「10GB×2（約3万円）」 the other way round: what is bracketed need not be the amount itself.
  return isClosed && sharesUnit(formula) ? formula : undefined;
}

function sharesUnit({ operands, result }: Formula): boolean {
  return operands.some(({ quantity }) => quantity.unit === result.quantity.unit);
}

function formulaOf(tokens: readonly Token[], result: Figure, isRough: boolean): Formula {
  return { tokens, result, isRough, operands: tokens.flatMap((it) => (it.kind === 'figure' ? [it.figure] : [])) };
}

/** Labels in brackets say what a term is, and calculate nothing: 1,000万円 (予知保全) + …. */
function unlabelled(gap: string): string {
  return gap.replaceAll(/[（(][^（）()0-9０-９]{1,20}[）)]/g, '');
}

/** Words beside an operator name the terms: 設計費350万円＋運用費550万円. */
const OPERATOR =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{0,8}([)）]{0,4})([×✕xX*＊÷/／+＋\-−－–])([（(]{0,4})[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{0,10}$/u;

/** The tokens of a gap if it is one operator, with brackets around it. */
function operatorTokens(gap: string): readonly Token[] | undefined {
  const bare = gap.replaceAll(/[ 　]/g, '');
  const found = OPERATOR.exec(bare);
  const operator = OPERATORS[found?.[2] ?? ''];
  if (!found || !operator) return undefined;
  return [
    ...Array.from(found[1] ?? '', () => ({ kind: 'close' }) as const),
    { kind: 'operator', operator },
    ...Array.from(found[3] ?? '', () => ({ kind: 'open' }) as const),
  ];
}

function startOf(links: Links, last: number): number {
  let first = last;
  while (first > 0 && links[first - 1]) first -= 1;
  return first;
}

function endOf(links: Links, first: number): number {
  let last = first;
  while (links[last]) last += 1;
  return last;
}

/** No operator stands before the first figure: 「人件費 + 10万円 = 50万円」 begins with a word. */
function isWhole(text: string, first: Figure | undefined): boolean {
  return (
    first !== undefined &&
    !/(?:[×✕xX*＊÷/／+＋\-−－–][ 　]*[（(]*|[×✕÷][ 　]*[一-龥ァ-ヶー]{1,8})$/.test(
      text.slice(Math.max(0, first.at[0] - 10), first.at[0]),
    )
  );
}

function tokensOf(
  figures: readonly Figure[],
  links: Links,
  [first, last]: readonly [number, number],
): readonly Token[] {
  return figures
    .slice(first, last + 1)
    .flatMap((figure, i) => [{ kind: 'figure', figure } as const, ...((first + i < last && links[first + i]) || [])]);
}
