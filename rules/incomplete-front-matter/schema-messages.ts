import { createRequire } from 'node:module';
import type { ErrorObject } from 'ajv';

type Localize = (errors: ErrorObject[] | null | undefined) => void;
type Described = readonly [ja: string, en: string];

const load = createRequire(import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  string: '文字列',
  number: '数値',
  integer: '整数',
  boolean: 'trueかfalse',
  array: 'リスト',
  object: 'キーと値の組',
  null: '空（null）',
};

/** Sentences of our own for the keywords that schemas of front matter use; given the number or text of the error. */
const SENTENCES: Readonly<Record<string, (value: string) => Described>> = {
  minLength: (n) => [`短すぎます（${n}字以上）`, `is too short (at least ${n} characters)`],
  maxLength: (n) => [`長すぎます（${n}字以内）`, `is too long (at most ${n} characters)`],
  minItems: (n) => [`項目が足りません（${n}個以上）`, `has too few items (at least ${n})`],
  maxItems: (n) => [`項目が多すぎます（${n}個以内）`, `has too many items (at most ${n})`],
  minimum: (n) => [`小さすぎます（${n}）`, `is too small (${n})`],
  maximum: (n) => [`大きすぎます（${n}）`, `is too large (${n})`],
  pattern: (form) => [`正規表現「${form}」に合いません`, `does not match the pattern "${form}"`],
  format: (form) => [`形式「${form}」に合いません`, `does not match the format "${form}"`],
  const: (value) => [`「${value}」でなければなりません`, `must be "${value}"`],
  type: (type) => [`型が違います（${typesOf(type)}）`, `has the wrong type (${type})`],
  uniqueItems: () => ['同じ項目を2つ含んでいます', 'holds an item twice'],
  additionalProperties: () => ['許されていないキーです', 'is a key that is not allowed'],
  unevaluatedProperties: () => ['許されていないキーです', 'is a key that is not allowed'],
  anyOf: () => ['スキーマのどの選択肢にも合いません', 'matches none of the alternatives of the schema'],
  oneOf: () => ['スキーマの選択肢のちょうど1つには合いません', 'does not match exactly one alternative of the schema'],
};

/** What a schema error says of its subject, without a full stop: Japanese (follows 「は」) and English. */
export function describe(error: ErrorObject): Described {
  const { missingProperty, allowedValues } = error.params;
  if (typeof missingProperty === 'string') {
    return [`キー「${missingProperty}」が必要です`, `must have the key "${missingProperty}"`];
  }
  if (Array.isArray(allowedValues)) {
    const list = allowedValues.slice(0, 10).map(String);
    const en = list.map((it) => `"${it}"`).join(', ');
    return [`${list.map((it) => `「${it}」`).join('')}のいずれかでなければなりません`, `must be one of ${en}`];
  }
  return SENTENCES[error.keyword]?.(argumentOf(error)) ?? translated(error);
}

function argumentOf({ params, schema }: ErrorObject): string {
  if (params.comparison !== undefined) return `${params.comparison} ${params.limit}`;
  return String(params.limit ?? params.pattern ?? params.format ?? params.type ?? params.allowedValue ?? schema);
}

function typesOf(types: string): string {
  const names = types.split(',').map((type) => TYPES[type] ?? type);
  return `${names.join('または')}にします`;
}

function translated(error: ErrorObject): Described {
  const english = (error.message ?? 'is not valid').replace(/(?<![.。])[.。]+$/u, '');
  const copy = [{ ...error }];
  (load('ajv-i18n/localize/ja') as Localize)(copy);
  return [(copy[0]?.message ?? english).replace(/^は|(?<![.。])[.。]+$/gu, ''), english];
}
