/** Warnings of general style must not bury findings of facts: they are shown as information. */
const STYLE = { severity: 'info' } as const;

/**
 * What runs without a configuration file, and what `koetsu init` writes. The numbers of the preset are eased from technical
 * manuals to articles; rules about tone (exclamation marks, hedges) are off, for they are a matter of house style.
 */
export const defaultConfig = {
  rules: {
    'preset-koetsu': true,
    'preset-ja-technical-writing': {
      'sentence-length': { max: 150, ...STYLE },
      'max-comma': { max: 5, ...STYLE },
      'max-ten': { max: 6, ...STYLE },
      'max-kanji-continuous-len': { max: 12, ...STYLE },
      'no-mix-dearu-desumasu': { preferInHeader: '', preferInBody: '', preferInList: '', strict: false, ...STYLE },
      'ja-no-mixed-period': { allowPeriodMarks: ['！', '？', '!', '?', '：', ':', '」', '）', ')', '…'], ...STYLE },
      'arabic-kanji-numbers': STYLE,
      'no-doubled-conjunction': STYLE,
      'no-doubled-conjunctive-particle-ga': STYLE,
      'no-double-negative-ja': STYLE,
      'no-doubled-joshi': { min_interval: 1, allow: ['も', 'や', 'か', 'が', 'に', 'の', 'と'], ...STYLE },
      'no-exclamation-question-mark': false,
      'ja-no-weak-phrase': false,
      'ja-no-redundant-expression': STYLE,
      // 「そうそう」「ますます」: right more often than not.
      'ja-no-successive-word': STYLE,
      'ja-no-abusage': { severity: 'warning' },
      'ja-unnatural-alphabet': { severity: 'warning' },
      'no-unmatched-pair': { severity: 'warning' },
      'no-dropping-the-ra': STYLE,
    },
  },
  koetsu: { timezone: 'Asia/Tokyo' },
} as const;
