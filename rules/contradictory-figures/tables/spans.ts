import type { Problem } from '../../rule.ts';
import type { Table, TableCell } from './table.ts';

interface Span {
  readonly ja: string;
  readonly en: string;
  readonly inHead: RegExp;
  readonly inCell: RegExp;
}

const MONTHLY: Span = {
  ja: '月額',
  en: 'monthly',
  inHead: /月額|月あたり|[/／]月|月間(?:費用|コスト|料金)/u,
  inCell: /月額|毎月|月々|[/／]月/u,
};
const YEARLY: Span = {
  ja: '年額',
  en: 'yearly',
  inHead: /年額|年あたり|[/／]年|年間(?:費用|コスト|料金)/u,
  inCell: /年額|毎年|[/／]年/u,
};
const amount = /[0-9０-９]/u;

/** Cells that are monthly below a head that is yearly, and the other way round. */
export function* spansOf(table: Table): Generator<Problem> {
  for (const [column, head] of table.heads.entries()) {
    const cells = table.rows.flatMap((row) => row[column] ?? []);
    for (const [own, other] of [
      [YEARLY, MONTHLY],
      [MONTHLY, YEARLY],
    ] as const) {
      if (!own.inHead.test(head.text) || other.inHead.test(head.text)) continue;
      const wrong = cells.filter(
        (cell) => amount.test(cell.text) && other.inCell.test(cell.text) && !own.inCell.test(cell.text),
      );
      if (wrong.length > 0)
        yield* wrong.length * 2 > cells.length
          ? [atHead(head, wrong, own, other)]
          : wrong.map((cell) => atCell(head, cell, own, other));
    }
  }
}

function atHead(head: TableCell, wrong: readonly TableCell[], own: Span, other: Span): Problem {
  return {
    range: rangeOf(head),
    severity: 'warning',
    message: {
      ja: `見出しは「${head.text}」ですが、セルは${other.ja}です（「${wrong[0]?.text}」など${wrong.length}か所）。どちらかを直してください。`,
      en: `The head says "${head.text}", but ${wrong.length} cells are ${other.en} ("${wrong[0]?.text}"), not ${own.en}. Correct one of them.`,
    },
    related: wrong
      .slice(0, 5)
      .map((cell) => ({ range: rangeOf(cell), message: { ja: `${other.ja}のセル`, en: `A ${other.en} cell` } })),
  };
}

function atCell(head: TableCell, cell: TableCell, own: Span, other: Span): Problem {
  return {
    range: rangeOf(cell),
    severity: 'warning',
    message: {
      ja: `「${cell.text}」は${other.ja}ですが、列の見出しは「${head.text}」です。どちらかを直してください。`,
      en: `"${cell.text}" is ${other.en}, but the head of the column says "${head.text}", which is ${own.en}. Correct one of them.`,
    },
    related: [{ range: rangeOf(head), message: { ja: '列の見出し', en: 'The head of the column' } }],
  };
}

function rangeOf({ block }: TableCell): Problem['range'] {
  return block.visible.rangeOf(0, block.visible.text.length);
}
