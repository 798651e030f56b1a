/** Names of the reports that `--format` takes. */
export const FORMAT_NAMES = [
  'text',
  'json',
  'jsonl',
  'compact',
  'github',
  'sarif',
  'rdjson',
  'rdjsonl',
  'junit',
  'checkstyle',
  'gitlab',
  'markdown',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
