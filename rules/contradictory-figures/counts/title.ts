import type { Block, Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import { type Announcement, announcementOf } from './announcement.ts';
import { type Numbered, seriesIn } from './numbering.ts';
import { listingsIn, sectionAfter, subheadings } from './sections.ts';

/** The number of things that the title promises, against the numbered headings of the article. */
export function* titlePromises(figures: readonly Figure[], document: Document): Generator<Problem> {
  const title = figures.filter(({ place }) => place.kind === 'front-matter' && place.key === 'title');
  const promises = title.flatMap((figure) => announcementOf(figure) ?? []);
  const [promise] = promises;
  if (!promise || promises.length > 1) return;
  if (isNamed(promise, figures)) return;
  const runs = titleRuns(document);
  const fitting = runs.filter((run) => fits(promise, run));
  const [run] = fitting;
  if (run && fitting.length === 1) {
    if (!isKept(promise, document, runs)) yield againstRun(promise, run);
    return;
  }
  yield* againstWords(promise, figures);
}

/** Numbers alone may be those of the chapters: a run counts what the title counts if its label says so, or for 「7選」. */
function fits({ figure, noun }: Announcement, run: readonly Numbered[]): boolean {
  const label = run[0]?.label ?? '';
  const kind = alike.find((pattern) => pattern.test(noun));
  if (label === '') return figure.quantity.unit === 'selection';
  return noun.endsWith(label) || label === figure.quantity.unitText || (kind?.test(label) ?? false);
}

/** Runs of numbered headings and bold lines; those of one label that start anew in every section are several. */
function titleRuns(document: Document): readonly (readonly Numbered[])[] {
  const byDepth = new Map<number, Block[]>();
  for (const block of document.blocks) {
    if (block.kind !== 'heading' && !block.boldOnly) continue;
    const depth = block.depth ?? 7;
    const known = byDepth.get(depth);
    if (known) known.push(block);
    else byDepth.set(depth, [block]);
  }
  return [...byDepth.values()].flatMap((blocks) => [...seriesIn(blocks)]);
}

/** True if the body has the number in words: 3つ, 3点, 3ステップ, 3つ目. */
function isNamed({ figure, count }: Announcement, figures: readonly Figure[]): boolean {
  return figures.some(
    ({ place, quantity }) =>
      place.kind !== 'front-matter' &&
      quantity.dimension === 'count' &&
      quantity.stated.lower === count &&
      (quantity.unit === 'item' || quantity.unit === figure.quantity.unit || quantity.unit === 'point-mark'),
  );
}

/** True if as many things stand somewhere in the article: numbered, in a list, in a table, in a row of headings. */
function isKept({ count }: Announcement, document: Document, runs: readonly (readonly Numbered[])[]): boolean {
  const sizes = runs.map((run) => run.length);
  return sizes.includes(count) || sum(sizes) === count || sizesIn(document).has(count);
}

/** Sizes of lists, tables (rows without the head) and groups of headings. */
function sizesIn(document: Document): ReadonlySet<number> {
  const sizes = new Set(listingsIn(document.blocks).map((listing) => listing.size));
  const rows = new Map<number, number>();
  for (const { cell } of document.blocks) if (cell) rows.set(cell.table, Math.max(rows.get(cell.table) ?? 0, cell.row));
  for (const size of rows.values()) sizes.add(size);
  for (const block of document.blocks) {
    if (block.kind === 'heading' && block.depth !== undefined)
      addHeadings(subheadings(sectionAfter(document, block, block.depth)), sizes);
  }
  addHeadings(subheadings(document.blocks), sizes);
  return sizes;
}

const frame =
  /^(?:はじめに|まとめ|おわりに|終わりに|結論|FAQ|よくある質問|関連|参考|あわせて|目次|結び|最後に|導入|総括)/u;

function addHeadings(headings: readonly Block[], sizes: Set<number>): void {
  sizes.add(headings.length);
  sizes.add(headings.filter((block) => !frame.test(block.visible.text)).length);
}

function againstRun({ figure, count, noun }: Announcement, run: readonly Numbered[]): Problem {
  const quoted = quotation(figure, noun);
  return {
    range: figure.range,
    severity: 'warning',
    message: {
      ja: `タイトルの「${quoted}」に対し、本文で番号の付いた項目は${run.length}つです（${count}≠${run.length}）。どちらかを直してください。`,
      en: `The title promises "${quoted}", but the article numbers ${run.length} (${count} ≠ ${run.length}). Correct one of them.`,
    },
    related: run.slice(-1).map(({ block }) => ({
      range: block.range,
      message: { ja: `${run.length}つ目`, en: `Item ${run.length}` },
    })),
  };
}

const alike: readonly RegExp[] = [
  /^(?:鍵|カギ|柱|本柱|要素|ポイント|要点|要|秘訣|コツ|要因)$/u,
  /^(?:視点|観点|示唆)$/u,
  /^(?:理由|根拠|わけ)$/u,
  /^(?:ステップ|手順|段階|フェーズ|実践ステップ)$/u,
  /^(?:方法|手法|対策|対応策|戦略|実践戦略|施策|アプローチ|準備|解決策)$/u,
  /^(?:課題|問題|リスク|落とし穴|壁)$/u,
  /^(?:事例|例|ケース)$/u,
];

/** The body counts the same kind of thing, but only ever another number of it. */
function* againstWords(promise: Announcement, figures: readonly Figure[]): Generator<Problem> {
  const { figure, count, noun } = promise;
  const kind = alike.find((pattern) => pattern.test(noun));
  if (!kind) return;
  const others = figures.flatMap((other) => {
    const stated = other.place.kind === 'front-matter' ? undefined : announcementOf(other);
    return stated && kind.test(stated.noun) ? [stated] : [];
  });
  const [first] = others;
  if (!first || others.some((other) => other.count !== first.count)) return;
  const quoted = quotation(figure, noun);
  const other = quotation(first.figure, first.noun);
  yield {
    range: figure.range,
    severity: 'warning',
    message: {
      ja: `タイトルの「${quoted}」に対し、本文は「${other}」を挙げています（${count}≠${first.count}）。どちらかを直してください。`,
      en: `The title promises "${quoted}", but the article names "${other}" (${count} ≠ ${first.count}). Correct one of them.`,
    },
    related: [{ range: first.figure.range, message: { ja: '本文の数', en: 'The number in the article' } }],
  };
}

function quotation(figure: Figure, noun: string): string {
  const rest = figure.text.slice(figure.at[1]);
  return figure.quantity.surface + (rest.startsWith('の') ? `の${noun}` : '');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
