import type { Document } from '../document/document.ts';
import { type Attribute, attributeAtEnd, attributeAtStart, attributeIn } from './attributes.ts';
import type { Figure } from './figure.ts';
import { type Modality, modalityOf, type TimeScope, timeScopeOf } from './scope.ts';
import { type Found, subjectOf } from './subject.ts';
import { phrasesIn } from './subject-phrases.ts';
import { figureEndingAt, headsOf, statementOf } from './surroundings.ts';

/** What a figure is said of, as far as its words show it. */
export interface Meaning {
  /** Head noun phrase as printed, its の-chain included: 「OpenAI」「世界のAI」. Undefined where the text does not name it. */
  readonly subject: string | undefined;
  readonly attribute: Attribute | undefined;
  readonly time: TimeScope | undefined;
  readonly modality: Modality;
}

const memo = new WeakMap<Figure, Meaning>();

/**
 * What a figure is said of. Read from the words of its own sentence (for a cell: from the heads of its row and column), computed
 * once for each figure. Costs the morphemes of one sentence: ask only for figures that matter.
 */
export function meaningOf(figure: Figure, document: Document): Meaning {
  const meaning = memo.get(figure) ?? read(figure, document);
  memo.set(figure, meaning);
  return meaning;
}

/** The attribute alone, which needs no morphemes. */
export function attributeOf(figure: Figure, document: Document): Attribute | undefined {
  const known = memo.get(figure);
  if (known) return known.attribute;
  if (figure.quantity.dimension === 'date') return undefined;
  const heads = headsOf(figure, document);
  return heads ? readHeads(heads).attribute : attributeAround(figure, statementOf(figure, document))?.attribute;
}

/** A date says when, not how much. */
const NOTHING = { subject: undefined, attribute: undefined, time: undefined } as const;

function read(figure: Figure, document: Document): Meaning {
  const neighbours = statementOf(figure, document);
  const time = timeScopeOf(figure, neighbours);
  const modality = modalityOf(figure);
  if (figure.quantity.dimension === 'date') return { ...NOTHING, modality };
  const heads = headsOf(figure, document);
  if (heads) return { ...readHeads(heads), time, modality };
  const found = attributeAround(figure, neighbours);
  const subject = subjectOf(figure, found, { phrases: phrasesIn(document.morphemes(figure.text)), neighbours });
  return { subject: subject === '' ? undefined : subject, attribute: found?.attribute, time, modality };
}

function readHeads({
  row,
  column,
}: {
  readonly row: string;
  readonly column: string;
}): Pick<Meaning, 'subject' | 'attribute'> {
  const [ofColumn, ofRow] = [attributeIn(column), attributeIn(row)];
  const subject = ofColumn || !ofRow ? row : column;
  return { subject: subject || undefined, attribute: ofColumn ?? ofRow };
}

const LINK_BEHIND =
  /^(?:(?:も?の|という|といった|規模の|相当の|を超える|超の|に(?:の)?ぼる|に達する)(?:巨額(?:の|な)|追加)?(?:資金)?|[^ぁ-んァ-ヶ一-龥。、]{0,2})/;
const LINK_BEFORE =
  /(?:(?:は|が|も|を|で|として|に|の|と|まで|から|[:：、,（(「〜\s]|なんと|実に|既に|すでに|ついに|さらに|一気に|合わせて|合計|総額|最大|世界で|全体で|過去最高の|前年比|前回の|前年の)*)$/;

/** The attribute word that the figure belongs to: right behind it (39億ドルの評価額), else the last one before (評価額は390億ドル). */
function attributeAround(figure: Figure, neighbours: readonly Figure[]): Found | undefined {
  const { text, at } = figure;
  const own = attributeOfLead(figure);
  if (own) return { attribute: own, start: at[0], side: 'before' };
  const behind = text.slice(at[1], at[1] + 24);
  const link = LINK_BEHIND.exec(behind)?.[0].length ?? 0;
  const next = attributeAtStart(behind.slice(link)) ?? attributeAtStart(behind);
  const before = attributeBefore(figure, neighbours);
  // 「評価額390億ドル、売上…」: the comma ends what a figure can qualify.
  if (next && !(before && /^[^ぁ-ん]*[、,]/.test(behind))) return { attribute: next, start: at[1], side: 'behind' };
  return before;
}

/** 年商 and 月額 belong to the printed quantity itself. */
function attributeOfLead({ quantity }: Figure): Attribute | undefined {
  return attributeAtEnd(quantity.surface.slice(0, quantity.core[0] - quantity.range[0]).trimEnd());
}

function attributeBefore({ text, at, quantity }: Figure, neighbours: readonly Figure[]): Found | undefined {
  let end = at[0];
  // Dates, shares and hedges between the word and the figure are stepped over, and what a change starts from: AからBへ.
  for (let steps = 0; steps < 4; steps++) {
    const link = LINK_BEFORE.exec(text.slice(Math.max(0, end - 30), end))?.[0].length ?? 0;
    end -= link;
    const attribute = attributeAtEnd(text.slice(Math.max(0, end - 20), end));
    if (attribute) return { attribute, start: end - attribute.word.length, side: 'before' };
    const between = figureEndingAt(end, neighbours) ?? figureEndingAt(end + link, neighbours);
    if (!between || (between.quantity.dimension === quantity.dimension && !/^から/.test(text.slice(end, end + 2))))
      return undefined;
    end = between.at[0];
  }
  return undefined;
}
