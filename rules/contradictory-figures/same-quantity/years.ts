import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { meaningOf } from '../../../src/figures/meaning.ts';
import type { Problem } from '../../rule.ts';
import { publicationYear } from '../article-year.ts';
import { digitsOf, isAmount, isSummary, unitKey } from './mentions.ts';

/** 「2026年、時価総額5兆ドル達成」 over an article that dates the 5兆ドル to another year. */
export function* wrongYearsIn(figures: readonly Figure[], document: Document): Generator<Problem> {
  const title = figures.filter(({ place }) => place.kind === 'front-matter' && place.key === 'title');
  const years = title.filter(isYear);
  const [year] = years;
  const named = year?.quantity.date?.year;
  // A second date in the title may be the one of the amount: 「2026年版、2030年に1兆円」.
  if (!year || named === undefined || years.length > 1 || title.some((it) => it !== year && it.quantity.date)) return;
  const published = publicationYear(document);
  for (const amount of title) {
    if (!isTelling(amount) || amount.at[0] < year.at[1]) continue;
    const dated = datesOf(amount, figures, document);
    const other = dated.find((it) => it.year !== named);
    if (!other || dated.some((it) => it.year === named || it.mentions.includes(String(named)))) continue;
    // An article of the year in its title may look back: only a later year contradicts it.
    if (published === named && other.year < named) continue;
    yield problemOf(year, amount, other);
    return;
  }
}

function isYear({ quantity: { date } }: Figure): boolean {
  return date?.granularity === 'year' && date.year !== undefined && !date.relative;
}

const TELLING = new Set(['money', 'power', 'energy', 'compute', 'count', 'data']);
const COUNTED = /^(?:none|item|step|point)$|^noun:/;

/** Amounts that are news by themselves: not 3つ, and not 1億円-like round ones of one digit below a hundred million. */
function isTelling(figure: Figure): boolean {
  const { dimension, unit, stated } = figure.quantity;
  if (!isAmount(figure) || !TELLING.has(dimension) || COUNTED.test(unit)) return false;
  return digitsOf(stated.lower).length > 1 || stated.lower >= (dimension === 'money' ? 1e8 : 1e4);
}

interface Dated {
  readonly figure: Figure;
  readonly year: number;
  /** The date as printed. */
  readonly surface: string;
  /** The text that must not name the other year. */
  readonly mentions: string;
}

/** The mentions of an amount in the body that carry a year of their own. */
function datesOf(amount: Figure, figures: readonly Figure[], document: Document): readonly Dated[] {
  const title = amount.text;
  const same = figures.filter(
    (it) =>
      !isSummary(it) &&
      isAmount(it) &&
      unitKey(it) === unitKey(amount) &&
      it.quantity.stated.lower === amount.quantity.stated.lower &&
      !title.includes(it.text.trim()) &&
      !it.text.includes(title),
  );
  return same.flatMap((figure) => {
    const date = dateOf(figure, document);
    return date ? [{ figure, ...date, mentions: figure.text }] : [];
  });
}

function dateOf(figure: Figure, document: Document): { readonly year: number; readonly surface: string } | undefined {
  const own = meaningOf(figure, document).time;
  if (own) {
    const { date, surface } = own;
    return date?.year !== undefined && !date.relative && date.granularity !== 'decade'
      ? { year: date.year, surface }
      : undefined;
  }
  return nextDay(figure);
}

/** 「5兆ドルを突破しました。2025年10月29日、この瞬間は…」: the day that the next sentence gives. */
function nextDay({ place }: Figure): { readonly year: number; readonly surface: string } | undefined {
  if (place.kind !== 'sentence' || !place.sentence) return undefined;
  const { sentence, block } = place;
  const found = /^\s*((20[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日)[、に]?(?:この|その)/.exec(
    block.visible.text.slice(sentence.end, sentence.end + 24),
  );
  return found?.[1] && found[2] ? { year: Number(found[2]), surface: found[1] } : undefined;
}

function problemOf(year: Figure, amount: Figure, { figure, surface }: Dated): Problem {
  const [printed, value] = [year.quantity.surface, amount.quantity.surface];
  return {
    range: year.range,
    severity: 'warning',
    message: {
      ja: `タイトルは「${value}」を「${printed}」のこととしていますが、本文では「${surface}」の数値です。タイトルの年を直してください。`,
      en: `The title dates "${value}" to "${printed}", but the body gives it for "${surface}". Correct the year in the title.`,
    },
    related: [{ range: figure.range, message: { ja: '本文の数値です。', en: 'The figure in the body.' } }],
  };
}
