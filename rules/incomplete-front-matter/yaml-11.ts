import type { Entry, ScalarValue, Value } from '../../src/document/front-matter.ts';
import { shorten } from '../quote.ts';
import type { Message, Problem } from '../rule.ts';
import { type Article, problem, quoted } from './article.ts';
import type { KeySpec } from './profiles/profile.ts';

/**
 * Texts that YAML makes something else of. YAML 1.1 (yaml.org/type) is what Ruby's Psych, Go's yaml v2 and js-yaml 3 read;
 * YAML 1.2 has fewer such words. Only under keys that hold texts: under a key of the site's own nothing is known.
 */
export function* misreadings(entry: Entry, spec: KeySpec, { frontMatter, document }: Article): Generator<Problem> {
  if (frontMatter.format !== 'yaml') return;
  for (const value of textsOf(entry.value, spec)) {
    const meaning = readingOf(value, spec.types.includes('number'));
    if (meaning) yield misreading(entry.key, value, meaning);
  }
  if (spec.prose && entry.value.kind === 'scalar') yield* lostInComment(entry.key, entry.value, document.text);
}

/** The values that are meant as texts: items of tags and the like, or the value itself. */
function textsOf(value: Value, spec: KeySpec): readonly ScalarValue[] {
  if (value.kind === 'list' && spec.items) {
    return value.items.filter((item): item is ScalarValue => item.kind === 'scalar');
  }
  const text = spec.types.includes('text') && !spec.types.includes('boolean');
  return text && value.kind === 'scalar' ? [value] : [];
}

function misreading(key: string, value: ScalarValue, meaning: Message): Problem {
  return problem(
    value.range,
    `「${key}」の「${value.source}」は引用符がないため、${meaning.ja}と読まれます。引用符で囲んでください。`,
    `Without quotation marks, "${value.source}" under "${key}" is read as ${meaning.en}. Put it in quotation marks.`,
    { severity: 'warning', fix: { range: value.range, text: quoted(value.source) } },
  );
}

const YES = /^(?:yes|on)$/iu;
const NO = /^(?:no|off)$/iu;
const OCTAL = /^0[0-7]+$/u;
const SIXTIES = /^[1-9]\d{0,5}(?::[0-5]?\d){1,3}$/u;
const SEPARATED = /^[1-9]\d{0,2}(?:[_,]\d{3}){1,5}$/u;
const STAMP = /^\d{4}-\d{2}-\d{2}$/u;

/** What a bare value is read as, or undefined if it stays the text that it looks like. */
function readingOf(value: ScalarValue, numbers: boolean): Message | undefined {
  const { source } = value;
  if (value.style !== 'plain' || source === '') return undefined;
  if (value.value === null) return { ja: '空の値（null）', en: 'nothing (null)' };
  if (typeof value.value === 'boolean') return { ja: `真偽値${value.value}`, en: `the boolean ${value.value}` };
  if (YES.test(source)) return old('真偽値true', 'the boolean true');
  if (NO.test(source)) return old('真偽値false', 'the boolean false');
  if (OCTAL.test(source))
    return old(`8進数で${Number.parseInt(source, 8)}`, `the octal number ${Number.parseInt(source, 8)}`);
  if (SIXTIES.test(source)) return old(`60進数で${sixties(source)}`, `the base-60 number ${sixties(source)}`);
  if (SEPARATED.test(source))
    return old(`数値${source.replaceAll(/[_,]/gu, '')}`, `the number ${source.replaceAll(/[_,]/gu, '')}`);
  if (STAMP.test(source)) return old('日付', 'a date');
  if (typeof value.value !== 'number' || numbers || String(value.value) === source) return undefined;
  return { ja: `数値${value.value}`, en: `the number ${value.value}` };
}

function old(ja: string, en: string): Message {
  return { ja: `YAML 1.1のサイトジェネレーターでは${ja}`, en: `${en} by generators with YAML 1.1` };
}

function sixties(source: string): number {
  return source.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** `title: 第5回 #AI特集` — everything from the hash sign on is a comment. A comment proper has a space behind the sign. */
function* lostInComment(key: string, value: ScalarValue, text: string): Generator<Problem> {
  if (value.style !== 'plain' || value.source === '' || value.source.includes('\n')) return;
  const lost = /^[ \t]+#[^\s#][^\r\n]*/u.exec(text.slice(value.range[1], value.range[1] + 300))?.[0];
  if (lost === undefined) return;
  const range = [value.range[0], value.range[1] + lost.trimEnd().length] as const;
  yield problem(
    [value.range[1] + lost.search(/#/u), range[1]],
    `「${key}」の「${shorten(lost.trim())}」は、空白の後の「#」で始まるためコメントとして捨てられます。値全体を引用符で囲んでください。`,
    `"${shorten(lost.trim())}" under "${key}" is dropped as a comment, as "#" follows a space. Put the whole value in quotation marks.`,
    {
      severity: 'warning',
      suggestions: [
        {
          message: { ja: '値全体を引用符で囲む', en: 'Put the whole value in quotation marks' },
          edit: { range, text: quoted(text.slice(...range)) },
        },
      ],
    },
  );
}
