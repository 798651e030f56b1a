import * as v from 'valibot';

const described = <T extends v.GenericSchema>(schema: T, text: string) => v.pipe(schema, v.description(text));

const text = described(v.string(), 'the whole article in Markdown, front matter included');
const path = described(
  v.optional(v.string()),
  'where the text is (to be) saved: overrides for paths and fingerprints depend on it',
);
const limit = described(
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 100),
  'list at most this many findings, the severest first; all are counted',
);

/** What the tools take. */
export const INPUT = {
  checkText: v.object({ text, path, limit }),
  checkFiles: v.object({
    paths: described(
      v.pipe(v.array(v.string()), v.minLength(1)),
      'files, folders (every article below) and globs, relative to the folder that the server was started in',
    ),
    limit,
  }),
  explainRule: v.object({ rule: described(v.string(), 'id of a rule, such as koetsu/broken-sentences') }),
  applyFix: v.object({
    text,
    path,
    fingerprint: described(
      v.optional(v.string()),
      'of the one finding to fix, as check_text with the same path gave it; without it all safe fixes are applied',
    ),
    suggestion: described(
      v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      'number, from 1, of the suggestion of that finding to apply instead of its fix',
    ),
  }),
  listFigures: v.object({
    text: described(v.optional(v.string()), 'the whole article in Markdown; or give path'),
    path: described(v.optional(v.string()), 'an article to read; with text: its name'),
  }),
};

const place = {
  line: described(v.number(), 'from 1'),
  column: described(v.number(), 'from 1, in UTF-16 code units'),
  endLine: v.number(),
  endColumn: described(v.number(), 'exclusive'),
};

const edit = { ...place, replaces: v.string(), text: v.string() };

const finding = v.object({
  path: described(v.nullable(v.string()), 'null of text without a path'),
  ruleId: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  message: v.string(),
  ...place,
  excerpt: described(v.string(), 'the line, shortened'),
  related: v.array(
    v.object({ path: v.nullable(v.string()), ...place, message: v.string(), excerpt: v.nullable(v.string()) }),
  ),
  fix: described(v.optional(v.object(edit)), 'safe: apply_fix applies it'),
  suggestions: described(
    v.array(v.object({ number: v.number(), message: v.string(), ...edit })),
    'for the author to choose from; apply_fix takes the number',
  ),
  fingerprint: described(v.string(), 'names the finding while lines above it change'),
  docs: v.optional(v.string()),
});

const counts = v.object({ error: v.number(), warning: v.number(), info: v.number() });

const check = v.object({
  files: described(v.number(), 'articles that were checked'),
  counts: described(counts, 'of all findings, listed or not'),
  findings: v.array(finding),
  omitted: described(v.number(), 'findings beyond the limit'),
  knownByBaseline: described(v.number(), 'findings that the baseline accepts: neither listed nor counted'),
});

const interval = described(
  v.array(v.nullable(v.number())),
  'lowest and highest value, null for no bound; dates as days since 1970-01-01',
);

const figure = v.looseObject({
  line: v.number(),
  column: v.number(),
  surface: described(v.string(), 'as it is written'),
  value: interval,
  stated: interval,
  unit: v.string(),
  dimension: v.string(),
  subject: v.nullable(v.string()),
  attribute: v.nullable(v.string()),
  time: v.nullable(v.string()),
  modality: v.string(),
  place: v.string(),
});

/** What the tools give back as structured content. */
export const OUTPUT = {
  check,
  explainRule: v.object({
    ruleId: v.string(),
    severity: described(v.string(), 'unless the configuration says otherwise'),
    description: v.string(),
    page: described(v.string(), 'Markdown: what the rule flags and why, examples, options'),
  }),
  applyFix: v.object({
    text: described(v.string(), 'the article with the fixes; no file is written'),
    applied: described(v.number(), 'number of fixes'),
    left: described(counts, 'findings that the fixed text still has'),
  }),
  listFigures: v.object({ figures: v.array(figure) }),
};

export type CheckOutput = v.InferOutput<typeof check>;
export type FindingOutput = v.InferOutput<typeof finding>;
export type FigureOutput = v.InferOutput<typeof figure>;
