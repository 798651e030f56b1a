import type { Range } from '../../src/text/range.ts';
import type { Edit, Message, Problem, Severity } from '../rule.ts';

/** One kind of broken markup. `{}` in the message stands for the quoted text. */
export interface Kind {
  readonly id: string;
  readonly severity: Severity;
  readonly message: Message;
}

/** One place that was found; the rule makes a problem of it. */
export interface Found {
  readonly id: string;
  readonly range: Range;
  readonly quote?: string;
  /** Where it is less sure than its kind. */
  readonly severity?: Severity;
  readonly fix?: Edit;
  readonly suggestions?: NonNullable<Problem['suggestions']>;
}

/** Every kind, in the order of the table in the README. */
export const KINDS: readonly Kind[] = [
  {
    id: 'literal-emphasis',
    severity: 'warning',
    message: {
      ja: '「{}」は太字にならず、記号のまま表示されます。記号を括弧や句読点の内側に移すか、<strong>を使ってください。',
      en: '"{}" is not shown in bold: its marks are printed. Move them inside the punctuation, or use <strong>.',
    },
  },
  {
    id: 'unmatched-emphasis',
    severity: 'warning',
    message: {
      ja: '「{}」の「**」には対になる記号がなく、そのまま表示されます。対を補うか、削除してください。',
      en: 'The "**" in "{}" has no counterpart and is printed. Add the other one, or delete it.',
    },
  },
  {
    id: 'prose-heading',
    severity: 'error',
    message: {
      ja: '「{}」は直後の区切り線のために見出しになります。間に空行を入れてください。',
      en: '"{}" becomes a heading because of the line right below it. Put an empty line between them.',
    },
  },
  {
    id: 'cut-link',
    severity: 'error',
    message: {
      ja: '「{}」はリンクの書き方が閉じていないため、そのまま表示されます。URLと閉じ括弧を補ってください。',
      en: '"{}" is an unfinished link and is printed as it stands. Complete the URL and the bracket.',
    },
  },
  {
    id: 'flattened-markup',
    severity: 'warning',
    message: {
      ja: '「{}」は段落の途中にあるため、見出しや箇条書きにならずに記号が表示されます。行を分けてください。',
      en: '"{}" stands inside a paragraph, so its mark is printed. Put it on a line of its own.',
    },
  },
  {
    id: 'heading-space',
    severity: 'error',
    message: {
      ja: '「{}」は記号の後に空白がないため、見出しになりません。空白を入れてください。',
      en: '"{}" is no heading without a space behind the mark. Insert one.',
    },
  },
  {
    id: 'list-space',
    severity: 'error',
    message: {
      ja: '「{}」は記号の後に空白がないため、箇条書きになりません。空白を入れてください。',
      en: '"{}" is no list item without a space behind the mark. Insert one.',
    },
  },
  {
    id: 'escaped-mark',
    severity: 'warning',
    message: {
      ja: '「{}」は記号が打ち消されているため、太字になりません。「\\」を削除してください。',
      en: '"{}" is not shown in bold because its marks are escaped. Delete the backslashes.',
    },
  },
  {
    id: 'open-code',
    severity: 'warning',
    message: {
      ja: '「{}」のバッククォートが閉じていません。対になる記号を補ってください。',
      en: 'The backtick of "{}" is not closed. Add the other one.',
    },
  },
  {
    id: 'open-fence',
    severity: 'error',
    message: {
      ja: '「{}」で始まるコードブロックが閉じていません。終わりの行を補ってください。',
      en: 'The code block that starts with "{}" is never closed. Add its last line.',
    },
  },
  {
    id: 'table-cells',
    severity: 'warning',
    message: {
      ja: '「{}」の行は見出し行より列が多く、はみ出した内容が表示されません。列の数をそろえてください。',
      en: 'The row "{}" has more cells than the head of its table, and the rest is not shown. Make them equal.',
    },
  },
  {
    id: 'lost-table',
    severity: 'error',
    message: {
      ja: '「{}」は表になりません。前後の空行、見出し行と区切り行の列の数を確かめてください。',
      en: '"{}" is not shown as a table. Check the empty lines around it and the columns of its delimiter row.',
    },
  },
  {
    id: 'html-tag',
    severity: 'warning',
    message: {
      ja: '「{}」に対応するタグが同じ段落にありません。対を補うか、削除してください。',
      en: '"{}" has no counterpart in its paragraph. Add it, or delete the tag.',
    },
  },
  {
    id: 'leading-space',
    severity: 'info',
    message: {
      ja: '「{}」の行頭に余分な半角空白があります。削除してください。',
      en: 'There is a stray space in front of "{}". Delete it.',
    },
  },
];

/** The ids that the option `disable` takes. */
export const KIND_IDS: readonly string[] = KINDS.map((kind) => kind.id);
