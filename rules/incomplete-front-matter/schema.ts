import { createRequire } from 'node:module';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Entry, Value } from '../../src/document/front-matter.ts';
import { mapOf } from '../../src/document/front-matter.ts';
import type { Range } from '../../src/text/range.ts';
import { shorten } from '../quote.ts';
import type { Problem, Suggestion } from '../rule.ts';
import { type Article, fenceOf, problem, quoted, suggestion } from './article.ts';
import { describe } from './schema-messages.ts';
import { nearest } from './spelling.ts';

type Compiled = { readonly validate: ValidateFunction } | { readonly mistake: string };

// Ajv takes 80 ms to load: only those who give a schema pay for it, and `check` cannot wait for an `import()`.
const load = createRequire(import.meta.url);
const compiled = new Map<string, Compiled>();
const MAX_SCHEMAS = 20;
/** Errors that only say that errors below them exist. */
const SUMMARIES = new Set(['if', 'anyOf', 'oneOf']);

/** Where the front matter does not fulfil the user's own JSON Schema. A schema that cannot be used gives one problem. */
export function* schemaProblems(article: Article): Generator<Problem> {
  const { schema } = article.options;
  if (Object.keys(schema).length === 0) return;
  const result = compile(schema);
  if ('mistake' in result) {
    yield problem(
      fenceOf(article),
      `オプション「schema」が正しいJSON Schemaではありません（${shorten(result.mistake, 80)}）。設定を直してください。`,
      `The option "schema" is no valid JSON Schema (${shorten(result.mistake, 80)}). Correct the configuration.`,
    );
    return;
  }
  const { validate } = result;
  if (validate(mapOf(article.frontMatter.entries))) return;
  for (const error of mainErrors(validate.errors ?? [])) yield schemaProblem(error, article);
}

function compile(schema: Readonly<Record<string, unknown>>): Compiled {
  const text = JSON.stringify(schema);
  const known = compiled.get(text);
  if (known) return known;
  const result = build(schema);
  if (compiled.size >= MAX_SCHEMAS) compiled.clear();
  compiled.set(text, result);
  return result;
}

function build(schema: Readonly<Record<string, unknown>>): Compiled {
  try {
    const old = /draft-0[67]/u.test(String(schema.$schema));
    const { default: Ajv } = load(old ? 'ajv' : 'ajv/dist/2020') as typeof import('ajv/dist/2020.js');
    const { default: addFormats } = load('ajv-formats') as typeof import('ajv-formats');
    const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, logger: false });
    (addFormats as unknown as (instance: unknown) => void)(ajv);
    return { validate: ajv.compile(schema) };
  } catch (error) {
    return { mistake: (error instanceof Error ? error.message : String(error)).replace(/(?<![.。])[.。]+$/u, '') };
  }
}

/** One error for each place: of `anyOf`, `oneOf` and `if` only the whole, not the branches. */
function mainErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const summaries = errors.filter(({ keyword }) => SUMMARIES.has(keyword) && keyword !== 'if');
  return errors.filter(
    (error) =>
      error.keyword !== 'if' &&
      !summaries.some(
        (summary) =>
          summary !== error &&
          error.schemaPath.startsWith(`${summary.schemaPath}/`) &&
          error.instancePath.startsWith(summary.instancePath),
      ),
  );
}

interface Found {
  readonly name: string;
  readonly range: Range;
  readonly value: Value | undefined;
  readonly entries: readonly Entry[];
}

function schemaProblem(error: ErrorObject, article: Article): Problem {
  const found = locate(error, article);
  const [ja, en] = describe(error);
  const [name, quote] = [shorten(found.name), found.value?.kind === 'scalar' ? shorten(found.value.text.text) : ''];
  const subject = quote === '' ? { ja: '', en: '' } : { ja: `の値「${quote}」`, en: ` (value "${quote}")` };
  return problem(
    found.range,
    name === '' ? `フロントマターは${ja}。直してください。` : `「${name}」${subject.ja}は${ja}。直してください。`,
    name === '' ? `The front matter ${en}. Correct it.` : `"${name}"${subject.en} ${en}. Correct it.`,
    { suggestions: suggestionsFor(error, found) },
  );
}

/** The place of an error: the value, the key that should not be there, or the parent of a key that is missing. */
function locate(error: ErrorObject, article: Article): Found {
  const path = error.instancePath.split('/').slice(1).map(unescapeStep);
  const extra: unknown = error.params.additionalProperty ?? error.params.unevaluatedProperty;
  let found: Found = {
    name: '',
    range: fenceOf(article),
    value: undefined,
    entries: article.frontMatter.entries,
  };
  for (const step of typeof extra === 'string' ? [...path, extra] : path) found = down(found, step);
  if (typeof extra !== 'string') return found;
  const entry = article.frontMatter.entries.findLast(({ key }) => key === extra);
  return { ...found, range: path.length === 0 && entry ? entry.keyRange : found.range, value: undefined };
}

function down(from: Found, step: string): Found {
  const entry = from.entries.findLast(({ key }) => key === step);
  const item = from.value?.kind === 'list' ? from.value.items[Number(step)] : undefined;
  const value = entry?.value ?? item;
  if (!value) return from;
  const range = value.range[1] > value.range[0] ? value.range : (entry?.keyRange ?? from.range);
  return {
    name: entry ? (from.name === '' ? step : `${from.name}.${step}`) : `${from.name}[${step}]`,
    range,
    value,
    entries: value.kind === 'map' ? value.entries : [],
  };
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function suggestionsFor(error: ErrorObject, { value, range, name }: Found): Suggestion[] {
  const into = (text: string, shown: string) =>
    suggestion(`「${shown}」にする`, `Change it to "${shown}"`, { range, text });
  const extra: unknown = error.params.additionalProperty;
  if (typeof extra === 'string') {
    const { properties } = (error.parentSchema ?? {}) as { readonly properties?: object };
    const near = nearest(extra, Object.keys(properties ?? {}));
    return near && name !== '' ? [into(near, near)] : [];
  }
  const allowed: unknown =
    error.params.allowedValues ?? (error.keyword === 'const' ? [error.params.allowedValue] : undefined);
  if (!Array.isArray(allowed) || value?.kind !== 'scalar' || range !== value.range) return [];
  return allowed
    .slice(0, 10)
    .filter((choice) => ['string', 'number', 'boolean'].includes(typeof choice))
    .map((choice) => into(typeof choice === 'string' ? quoted(choice) : String(choice), String(choice)));
}
