import type { Pattern } from '../pattern.ts';
import { looseShares } from '../shares.ts';

/** 「75%以上の企業が苦戦してきた」: nobody counted. */
export const unsourcedShare: Pattern = {
  id: 'unsourced-share',
  severity: 'warning',
  description: {
    ja: '「75%以上の企業」のように、出典も対象も示されない割合が書かれている。',
    en: 'A share of people or organisations that nobody is said to have counted: 「75%以上の企業」.',
  },
  *find(figures) {
    for (const { figure, noun } of looseShares(figures)) {
      const quoted = figure.quantity.surface + noun;
      const [start, end] = figure.at;
      yield {
        range: figure.rangeOf(start, end + noun.length),
        message: {
          ja: `「${quoted}」は、調べた人も対象も示されていない割合です。出典を添えるか、「多くの${noun.slice(1)}」などに直してください。`,
          en: `"${quoted}" is a share that nobody is said to have counted. Name the source, or write "多くの${noun.slice(1)}", for instance.`,
        },
        suggestions: [
          {
            message: { ja: '「多くの」に直す', en: 'Write "多くの"' },
            edit: { range: figure.rangeOf(start, end + 1), text: '多くの' },
          },
        ],
      };
    }
  },
};
