import type { Form } from './profile.ts';

/** Anything that Ruby reads: year first, then month and day, an optional time and zone. */
export const RUBY_DATE: Form = {
  pattern: /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T\s].*)?$/iu,
  name: { ja: '「2026-01-31 09:00:00 +0900」の形', en: 'the form "2026-01-31 09:00:00 +0900"' },
};

/** What Go reads for Hugo: RFC 3339, and the shorter forms of it with a full time or none. */
export const GO_DATE: Form = {
  pattern: /^\d{4}-\d{2}-\d{2}(?:[T\s]\d{2}:\d{2}:\d{2}(?:\.\d+)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/iu,
  name: { ja: '「2026-01-31T09:00:00+09:00」の形', en: 'the form "2026-01-31T09:00:00+09:00"' },
};

/** What `new Date(…)` of JavaScript reads everywhere. */
export const JS_DATE: Form = {
  pattern: /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T\s]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/iu,
  name: {
    ja: '「2026-01-31」か「2026-01-31T09:00:00+09:00」の形',
    en: 'the form "2026-01-31" or "2026-01-31T09:00:00+09:00"',
  },
};

/** Zenn fixes the form so that the preview and the server read the same time (zenn-model, PUBLISHED_AT_PATTERN). */
export const ZENN_DATE: Form = {
  pattern: /^\d{4}-\d{2}-\d{2}(?:\s\d{2}:\d{2})?$/u,
  name: { ja: '「2026-01-31」か「2026-01-31 09:00」の形', en: 'the form "2026-01-31" or "2026-01-31 09:00"' },
};
