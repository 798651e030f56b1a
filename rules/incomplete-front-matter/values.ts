import type { Entry, ScalarValue, Value } from '../../src/document/front-matter.ts';
import { shorten } from '../quote.ts';
import type { Problem, Severity, Suggestion } from '../rule.ts';
import { notAllowed } from './allowed.ts';
import {
  type Article,
  isEmpty,
  isInSchema,
  placeOf,
  problem,
  quoted,
  specOf,
  suggestion,
  valuesFor,
} from './article.ts';
import { listProblems } from './lists.ts';
import { isPlaceholder } from './placeholders.ts';
import type { KeySpec, ValueType } from './profiles/profile.ts';
import { misreadings } from './yaml-11.ts';

/** Values of the wrong type or form, values that are not allowed, placeholders, and values that are read differently. */
export function* valueProblems(article: Article): Generator<Problem> {
  for (const entry of article.frontMatter.entries) {
    const spec = specOf(entry.key, article.profile);
    const stand = standIn(entry, spec);
    if (stand) yield stand;
    else if (!isInSchema(entry.key, article)) yield* entryProblems(entry, spec, article);
  }
}

function* entryProblems(entry: Entry, spec: KeySpec | undefined, article: Article): Generator<Problem> {
  const wrong = spec && !isEmpty(entry.value) ? typeProblem(entry, spec, article) : undefined;
  const read = spec && !wrong ? [...misreadings(entry, spec, article)] : [];
  yield* wrong ? [wrong] : read;
  if (wrong || read.length > 0) return;
  yield* listProblems(entry, spec, article);
  if (entry.value.kind !== 'scalar') return;
  const allowed = valuesFor(entry.key, article) ?? spec?.values;
  const disallowed = allowed ? notAllowed(entry.key, entry.value, allowed) : undefined;
  if (disallowed) yield disallowed;
  else if (spec && typeof entry.value.value === 'string') yield* formProblems(entry.key, entry.value, spec);
}

/** `TODO`, `タイトル`, `Your Name`: a value that only holds the place of one. */
function standIn(entry: Entry, spec: KeySpec | undefined): Problem | undefined {
  if (entry.value.kind !== 'scalar' || typeof entry.value.value !== 'string') return undefined;
  const written = entry.value.value;
  if (!isPlaceholder(written, spec?.items !== undefined || spec === undefined)) return undefined;
  return problem(
    placeOf(entry),
    `「${entry.key}」が仮の値「${shorten(written)}」のままです。実際の値を書いてください。`,
    `"${entry.key}" still holds the placeholder "${shorten(written)}". Write the real value.`,
    { severity: spec?.prose ? 'error' : 'warning' },
  );
}

function* formProblems(key: string, value: ScalarValue, spec: KeySpec): Generator<Problem> {
  const written = String(value.value);
  if (spec.maxLength !== undefined && written.length > spec.maxLength) {
    yield problem(
      value.text.rangeOf(spec.maxLength, written.length),
      `「${key}」が${written.length}字です。${spec.maxLength}字以内にしてください。`,
      `"${key}" has ${written.length} characters. Keep it to ${spec.maxLength}.`,
    );
  }
  if (spec.form && written.trim() !== '' && !spec.form.pattern.test(written)) {
    yield problem(
      value.range,
      `「${key}」の値「${shorten(written)}」は使えません。${spec.form.name.ja}にしてください。`,
      `"${shorten(written)}" cannot stand under "${key}". Use ${spec.form.name.en}.`,
    );
  }
}

const TYPE_NAMES: Readonly<Record<ValueType, { readonly ja: string; readonly en: string }>> = {
  text: { ja: '文字列', en: 'a text' },
  number: { ja: '数値', en: 'a number' },
  integer: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'trueかfalse', en: 'true or false' },
  date: { ja: '日付', en: 'a date' },
  list: { ja: 'リスト', en: 'a list' },
  map: { ja: 'キーと値の組', en: 'keys with values' },
  null: { ja: '空', en: 'nothing' },
};

function typeProblem(entry: Entry, spec: KeySpec, article: Article): Problem | undefined {
  if (spec.types.some((type) => isOfType(entry.value, type))) return undefined;
  // What a text without a number should say is for the rule about its meaning (`reading-time-mismatch`).
  const isText = entry.value.kind === 'scalar' && typeof entry.value.value === 'string';
  if (spec.lenient && isText && !/\d/u.test(entry.value.text.text)) return undefined;
  const boolean = spec.types.includes('boolean') ? yesOrNo(entry, article) : undefined;
  if (boolean) return boolean;
  const types = spec.types.filter((type) => type !== 'null');
  const ja = types.map((type) => TYPE_NAMES[type].ja).join('または');
  const en = types.map((type) => TYPE_NAMES[type].en).join(' or ');
  const written = shorten(article.document.text.slice(...placeOf(entry)));
  return problem(
    placeOf(entry),
    `「${entry.key}」の値「${written}」は型が違います。${ja}で書いてください。`,
    `The value "${written}" of "${entry.key}" has the wrong type. Write ${en}.`,
    { severity: typeSeverity(spec, isText, article), suggestions: conversions(entry.value, spec) },
  );
}

/** `draft: yes` is true in YAML 1.1 and a text in YAML 1.2, which some sites take for false. */
function yesOrNo({ key, value }: Entry, { profile, frontMatter }: Article): Problem | undefined {
  if (frontMatter.format !== 'yaml' || value.kind !== 'scalar' || value.style !== 'plain') return undefined;
  if (!/^(?:yes|no|on|off)$/iu.test(value.source)) return undefined;
  const meant = TRUE.test(value.source) ? 'true' : 'false';
  return problem(
    value.range,
    `「${key}」の「${value.source}」は、YAML 1.1では真偽値、YAML 1.2では文字列と読まれます。「${meant}」と書いてください。`,
    `"${value.source}" under "${key}" is a boolean in YAML 1.1 and a text in YAML 1.2. Write "${meant}".`,
    { severity: profile.yesNo ? 'warning' : 'error', suggestions: conversions(value, { types: ['boolean'] }) },
  );
}

function typeSeverity(spec: KeySpec, isText: boolean, { profile }: Article): Severity {
  if (spec.lenient && isText) return 'info';
  return profile.site === 'generic' ? 'warning' : 'error';
}

function isOfType(value: Value, type: ValueType): boolean {
  if (value.kind !== 'scalar') return value.kind === type;
  if (type === 'list' || type === 'map') return false;
  // A number or a bare date is a text to every generator that only prints it.
  if (type === 'text') return typeof value.value === 'string' || typeof value.value === 'number' || isWord(value);
  if (type === 'date') return typeof value.value === 'string' || typeof value.value === 'number';
  if (type === 'number') return typeof value.value === 'number';
  if (type === 'integer') return Number.isInteger(value.value);
  return type === 'boolean' ? typeof value.value === 'boolean' : value.value === null;
}

/** `true`, `no`, `null` where a text belongs: what YAML makes of them is the finding, not their type. */
function isWord(value: ScalarValue): boolean {
  return value.style === 'plain' && (typeof value.value === 'boolean' || value.value === null);
}

const TRUE = /^(?:true|yes|on)$/iu;
const FALSE = /^(?:false|no|off)$/iu;

/** The same value in the type that is wanted, where there is one. */
function conversions(value: Value, spec: Pick<KeySpec, 'types'>): Suggestion[] {
  if (value.kind !== 'scalar') return [];
  const written = value.text.text.trim();
  const into = (text: string) => [
    suggestion(`「${text}」にする`, `Change it to ${text}`, { range: value.range, text }),
  ];
  if (spec.types.includes('boolean')) {
    if (TRUE.test(written)) return into('true');
    if (FALSE.test(written)) return into('false');
  }
  const digits = /^\d+(?=\s*(?:$|分|min))/u.exec(written)?.[0];
  if (digits && spec.types.includes('number')) return into(digits);
  if (spec.types.includes('list') && written !== '') {
    return into(
      `[${written
        .split(/[,、，]\s*/u)
        .filter(Boolean)
        .map(quoted)
        .join(', ')}]`,
    );
  }
  return [];
}
