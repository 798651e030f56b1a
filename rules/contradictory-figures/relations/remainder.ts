import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import { isSingle } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { before, between, type Statement, statementsOf, testOfText } from '../statements.ts';
import { plain } from '../wording.ts';

/** 「60%を占め、残りの30%は」: shares of one whole that do not make 100 %. */
export const remainder: Relation = {
  id: 'remainder',
  severity: 'warning',
  description: {
    ja: '内訳や「残り」の割合を足しても100%にならない。',
    en: 'The shares of one whole and its rest do not make 100 percent.',
  },
  find,
};

const REST = /(?:残り|残る)(?:の|は|が|約|、|わずか){0,3}$/;
/** Announces the shares of one whole. */
const WHOLE = /内訳は|構成比は|内訳として|の内訳/;
/** One answer may count several times, or the shares are of different wholes. */
const SEVERAL = /複数|重複|ほか|など|それぞれ|うち|中の/;
const LIST = /^[^。]{0,18}[、，／/・と][^。]{0,18}$/;
/** The answer that no question with several answers has. */
const NEITHER = /どちらでもない|どちらともいえない|わからない|分からない|無回答|回答なし/;

const mayHaveRest = testOfText(/残|内訳|構成比|どちら|わからない|分からない|回答/);

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const statement of statementsOf(figures)) {
    if (!mayHaveRest(statement)) continue;
    const shares = statement.figures.filter(isShare);
    const parts = restParts(shares, statement) ?? breakdown(shares, statement);
    const last = parts?.at(-1);
    if (!parts || !last || parts.length < 2) continue;
    const sum = parts.reduce((value, { quantity }) => value + quantity.stated.lower, 0);
    if (Math.abs(sum - 100) <= slackOf(parts)) continue;
    yield problemOf(parts, last, sum);
  }
}

function isShare({ quantity }: Figure): boolean {
  const { unit, kind, stated } = quantity;
  return unit === 'percent' && isSingle(quantity) && kind === 'exact' && stated.lower >= 0 && stated.lower <= 100;
}

/** 「60%がAで、残りの30%はB」: one share, and the rest. */
function restParts(shares: readonly Figure[], { text }: Statement): readonly Figure[] | undefined {
  const index = shares.findIndex((it) => REST.test(before(it, 8)));
  const rest = shares[index];
  if (!rest || index === 0) return undefined;
  const parts = [rest];
  for (let k = index - 1; k >= 0; k -= 1) {
    const [part, next] = [shares[k], parts[0]];
    if (!part || !next || !/^[^。0-9]{0,40}$/.test(between(part, next))) break;
    parts.unshift(part);
  }
  const [first = rest] = parts;
  // Several shares before the rest may be parts of parts.
  const isPlain = parts.length === 2 && !SEVERAL.test(text.slice(first.at[1], rest.at[0]));
  return isPlain && /^(?:が|を|は|の|で|に|、|と)/.test(text.slice(first.at[1])) ? parts : undefined;
}

/** 「内訳はA 40%、B 35%、その他25%」: a list that claims to be complete. */
function breakdown(shares: readonly Figure[], { text }: Statement): readonly Figure[] | undefined {
  const found = WHOLE.exec(text) ?? (NEITHER.test(text) ? /^/.exec(text) : null);
  if (!found || SEVERAL.test(text)) return undefined;
  const parts = shares.filter((it) => it.at[0] > found.index);
  const isList = parts.every((it, i) => i === 0 || LIST.test(between(parts[i - 1] ?? it, it)));
  // Two shares may leave a rest unsaid, but they cannot exceed the whole.
  const exceeds = parts.reduce((sum, { quantity }) => sum + quantity.stated.lower, 0) > 100;
  return isList && (parts.length >= 3 || exceeds) ? parts : undefined;
}

/** Each share may be rounded by half of its last digit, and 約 by more. */
function slackOf(parts: readonly Figure[]): number {
  return parts.reduce(
    (sum, { quantity }) =>
      sum + Math.max(quantity.printed / 2, quantity.modifiers.includes('about') ? quantity.rounded / 4 : 0),
    0.5,
  );
}

function problemOf(parts: readonly Figure[], last: Figure, sum: number): Problem {
  const listed = parts.map((it) => it.quantity.surface).join('＋');
  return {
    range: last.range,
    message: {
      ja: `割合を足すと${listed}＝${plain(sum, 4)}%で、100%になりません。どれかを直してください。`,
      en: `The shares ${listed} make ${plain(sum, 4)}%, not 100%. Correct one of them.`,
    },
    related: parts
      .filter((it) => it !== last)
      .map((it) => ({ range: it.range, message: { ja: '同じ全体の割合です。', en: 'A share of the same whole.' } })),
  };
}
