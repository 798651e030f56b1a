import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Interval } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { isSingle, meant, over } from '../interval.ts';
import type { Statement } from '../statements.ts';
import type { Whole } from '../wholes.ts';
import { plain } from '../wording.ts';
import { inUnitOf, sizeEn, sizeJa } from './parts.ts';

const EQUALS =
  /^(?:以上|程度|近く|ほど|弱|強|超)?(?:に|も)?(?:相当|あたる|当たる|匹敵|のぼる|上る|達する|も?の(?:額|規模|金額|大金))/;
const OTHER = /累計|累積|合計|総額で|[0-9０-９]年間|年間で|予測|もし|仮に|20[3-9][0-9]年/;
/** A share is named roughly, and the wholes change: only a factor beyond this is a mistake. */
const FACTOR = 2;

/** 「500億ドル。日本のGDPの1割近くに相当する額」: an amount that is called a share of a whole which it is far from. */
export function* misjudgedSharesIn(
  statements: readonly Statement[],
  wholes: readonly Whole[],
  document: Document,
): Generator<Problem> {
  for (const [i, statement] of statements.entries()) {
    for (const share of statement.figures) {
      const whole = wholeOfShare(share, wholes);
      if (!whole) continue;
      const amount = amountFor(share, whole, statement, statements[i - 1]);
      const value = amount && inUnitOf(amount, whole, document);
      if (!amount || !value || OTHER.test(statement.text)) continue;
      const real = over(meant(amount.quantity), value);
      const said = meant(share.quantity);
      if (said.lower / 100 > real.upper * FACTOR || said.upper / 100 < real.lower / FACTOR)
        yield problemOf({ share, amount, whole, real });
    }
  }
}

/** The whole that a share is said to be of: 日本のGDPの【1割近く】に相当. */
function wholeOfShare(share: Figure, wholes: readonly Whole[]): Whole | undefined {
  const { quantity, text, at } = share;
  if (quantity.dimension !== 'ratio' || !EQUALS.test(text.slice(at[1], at[1] + 12))) return undefined;
  const before = text.slice(Math.max(0, at[0] - 30), at[0]);
  return wholes.find((whole) => whole.names.some((name) => before.endsWith(`${name}の`) || before.endsWith(name)));
}

/** The amount before the share in its sentence, else the last one of the sentence before, in the same block. */
function amountFor(share: Figure, whole: Whole, own: Statement, previous: Statement | undefined): Figure | undefined {
  const fits = (it: Figure) => isAmountOf(it, whole);
  const near = own.figures.filter((it) => it.at[1] <= share.at[0] && fits(it)).at(-1);
  if (near) return near;
  const last = previous?.figures.filter(fits).at(-1);
  return last && isSameBlock(last, share) ? last : undefined;
}

function isAmountOf({ quantity }: Figure, whole: Whole): boolean {
  const money = quantity.dimension === 'money' && /^[A-Z]{3}$/.test(whole.unit);
  return isSingle(quantity) && quantity.stated.lower > 0 && (money || quantity.unit === whole.unit);
}

function isSameBlock(a: Figure, b: Figure): boolean {
  return a.place.kind !== 'front-matter' && b.place.kind !== 'front-matter' && a.place.block === b.place.block;
}

interface Misjudged {
  readonly share: Figure;
  readonly amount: Figure;
  readonly whole: Whole;
  /** The share that the amount really is, as a fraction. */
  readonly real: Interval;
}

function problemOf({ share, amount, whole, real }: Misjudged): Problem {
  const percent = `${plain(real.lower * 100, 2)}〜${plain(real.upper * 100, 2)}%`;
  return {
    range: share.range,
    message: {
      ja: `「${amount.quantity.surface}」は${whole.name.ja}（${sizeJa(whole)}${whole.unit === 'JPY' ? '円' : whole.unit === 'USD' ? 'ドル' : ''}）の${percent}で、「${share.quantity.surface}」ではありません。どちらかを直してください。`,
      en: `"${amount.quantity.surface}" is ${percent.replace('〜', ' to ')} of ${whole.name.en} (${sizeEn(whole)}${/^[A-Z]{3}$/.test(whole.unit) ? ` ${whole.unit}` : ''}), not "${share.quantity.surface}". Correct one of them.`,
    },
    related: [
      {
        range: amount.range,
        message: { ja: '割合で言い換えられた数値です。', en: 'The amount that the share is of.' },
      },
    ],
  };
}
