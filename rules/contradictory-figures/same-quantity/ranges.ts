import type { Block, Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { nounPhrasesIn } from '../../../src/figures/noun-phrases.ts';
import type { Interval } from '../../../src/figures/quantity.ts';
import { headsOf } from '../../../src/figures/surroundings.ts';
import type { Problem } from '../../rule.ts';
import { unitKey } from './mentions.ts';

/** Ranges of a table that disagree with the heading above it or with a sentence about one of its rows. */
export function* wrongRangesIn(figures: readonly Figure[], document: Document): Generator<Problem> {
  const ranges = figures.filter(isRange);
  const cells = ranges.filter((it) => it.place.kind === 'cell');
  if (cells.length === 0) return;
  yield* outsideBandIn(ranges, cells, document);
  yield* otherEndIn(ranges, cells, document);
}

function isRange({ quantity, place }: Figure): boolean {
  return quantity.kind === 'range' && quantity.dimension !== 'date' && place.kind !== 'front-matter';
}

/** 「月額10〜30万円」 in a heading, 3〜10万円 in the monthly column of the table below: one finding a section. */
function* outsideBandIn(ranges: readonly Figure[], cells: readonly Figure[], document: Document): Generator<Problem> {
  const bands = ranges.filter((it) => it.place.kind === 'heading' && it.quantity.per.length > 0);
  for (const band of bands) {
    const rows = rowsBelow(band, cells, document);
    const outside = rows.filter((it) => isOutside(it.quantity.stated, band.quantity.stated));
    const [first] = outside;
    // Where hardly any row lies in the band, the heading speaks of something else.
    if (!first || outside.length === rows.length) continue;
    const names = [first, ...outside.slice(1)].map((it) => headsOf(it, document)?.row).filter(Boolean);
    yield {
      range: first.range,
      severity: 'warning',
      message: {
        ja: `見出しの「${band.quantity.surface}」に対し、表の「${first.quantity.surface}」（${names[0] ?? ''}）${outside.length > 1 ? `など${outside.length}行` : ''}はその範囲の外です。見出しか表を直してください。`,
        en: `The heading says "${band.quantity.surface}", but "${first.quantity.surface}" (${names[0] ?? ''})${outside.length > 1 ? ` and ${outside.length - 1} more rows` : ''} of the table lie outside it. Correct the heading or the table.`,
      },
      related: [{ range: band.range, message: { ja: '見出しの範囲です。', en: 'The range of the heading.' } }],
    };
  }
}

/** The cells of the section right below a heading that state the same unit for the same period. */
function rowsBelow(band: Figure, cells: readonly Figure[], document: Document): readonly Figure[] {
  if (band.place.kind === 'front-matter') return [];
  const from = band.place.block.index;
  const next = document.blocks.findIndex((block, i) => i > from && block.kind === 'heading');
  return cells.filter((it) => {
    const index = it.place.kind === 'front-matter' ? -1 : it.place.block.index;
    return index > from && (next < 0 || index < next) && isOfPeriod(it, band, document);
  });
}

const PERIOD: Readonly<Record<string, RegExp>> = { month: /月額|月間|毎月|\/月/, year: /年額|年間|毎年|\/年/ };

function isOfPeriod(cell: Figure, band: Figure, document: Document): boolean {
  if (cell.quantity.unit !== band.quantity.unit) return false;
  if (unitKey(cell) === unitKey(band)) return true;
  const [per] = band.quantity.per;
  const column = headsOf(cell, document)?.column ?? '';
  const named = per && PERIOD[per.unit]?.test(column) === true;
  return named === true && band.quantity.per.length === 1 && cell.quantity.per.length === 0;
}

function isOutside(inner: Interval, outer: Interval): boolean {
  return inner.lower < outer.lower * 0.95 || inner.upper > outer.upper * 1.05;
}

/** 「300〜5,000万円 | カスタムAI開発」 and 「カスタムAIの場合は500万〜5,000万円」: one end agrees, the other does not. */
function* otherEndIn(ranges: readonly Figure[], cells: readonly Figure[], document: Document): Generator<Problem> {
  const texts = ranges.filter((it) => it.place.kind === 'sentence' || it.place.kind === 'item');
  if (texts.length === 0) return;
  const byEnd = new Map<string, Figure[]>();
  for (const cell of cells)
    for (const key of endsOf(cell)) {
      const known = byEnd.get(key);
      if (known) known.push(cell);
      else byEnd.set(key, [cell]);
    }
  for (const text of texts) {
    const candidates = endsOf(text)
      .flatMap((key) => byEnd.get(key) ?? [])
      .slice(0, 12);
    // The same range elsewhere in the table shows that the text speaks of another row.
    if (candidates.some((it) => isEqual(it, text))) continue;
    const names = candidates.length > 0 ? namesIn(text, document) : [];
    const cell = candidates.find((it) => names.some((name) => rowText(it, document.blocks).includes(name)));
    if (cell) yield endProblem(text, cell);
  }
}

function endsOf({ quantity: { stated, unit } }: Figure): readonly string[] {
  return [`lower ${stated.lower} ${unit}`, `upper ${stated.upper} ${unit}`];
}

function isEqual({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  return a.stated.lower === b.stated.lower && a.stated.upper === b.stated.upper;
}

/** Proper names of four characters or more in the sentence of a figure. */
function namesIn({ text }: Figure, document: Document): readonly string[] {
  return nounPhrasesIn(document.morphemes(text)).flatMap((it) => (it.named && it.text.length >= 4 ? [it.text] : []));
}

function rowText({ place }: Figure, blocks: readonly Block[]): string {
  if (place.kind === 'front-matter' || !place.block.cell) return '';
  const { table, row } = place.block.cell;
  const { index } = place.block;
  const near = blocks.slice(Math.max(0, index - 12), index + 12);
  return near
    .filter(({ cell }) => cell?.table === table && cell.row === row)
    .map(({ visible }) => visible.text)
    .join(' ');
}

function endProblem(text: Figure, cell: Figure): Problem {
  return {
    range: text.range,
    severity: 'warning',
    message: {
      ja: `「${text.quantity.surface}」は、表の同じ項目の「${cell.quantity.surface}」と一方の端が違います。どちらかに揃えてください。`,
      en: `"${text.quantity.surface}" differs at one end from "${cell.quantity.surface}" in the table for the same item. Make them agree.`,
    },
    related: [{ range: cell.range, message: { ja: '表の数値です。', en: 'The figure in the table.' } }],
  };
}
