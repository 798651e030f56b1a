import type { Problem } from '../rule.ts';
import { type Article, type Field, named, rangeIn } from './article.ts';
import { BOILERPLATE, REFUSALS } from './phrases.ts';
import { leadOf, offer } from './suggest.ts';

/** The answer of a model that refused or reported instead of writing the text. */
export function* refusalIn(field: Field, article: Article): Generator<Problem> {
  const text = field.text.trim();
  const pattern = REFUSALS.find((refusal) => refusal.test(text));
  if (!pattern) return;
  const name = named(field);
  yield {
    range: rangeIn(field),
    message: {
      ja: `${name.ja}は生成AIの断り書きや応答です。書き直してください。`,
      en: `${name.en} is a refusal or a remark of a language model. Rewrite it.`,
    },
    suggestions: field.role === 'summary' ? offer(field, leadOf(article)) : [],
  };
}

/** A text of a template that says nothing of the article. `more`: texts, or regular expressions between slashes. */
export function* boilerplateIn(field: Field, article: Article, more: readonly string[]): Generator<Problem> {
  const severity = levelOf(field, more);
  if (!severity) return;
  const name = named(field);
  yield {
    range: rangeIn(field),
    severity,
    message: {
      ja: `${name.ja}は定型文で、記事の中身を伝えていません。内容を書いてください。`,
      en: `${name.en} is boilerplate and says nothing of the article. Write what it is about.`,
    },
    suggestions: field.role === 'summary' ? offer(field, leadOf(article)) : [],
  };
}

function levelOf(field: Field, more: readonly string[]): 'error' | 'warning' | undefined {
  const text = field.text.trim().replaceAll('**', '');
  if (more.some((entry) => matches(entry, text))) return 'error';
  return field.role === 'summary' ? BOILERPLATE.find(({ pattern }) => pattern.test(text))?.severity : undefined;
}

function matches(entry: string, text: string): boolean {
  const pattern = regexIn(entry);
  return pattern ? pattern.test(text) : withoutStop(entry) === withoutStop(text);
}

/** The regular expression between slashes; undefined for plain text. Throws on a wrong one: the option's schema keeps those out. */
export function regexIn(entry: string): RegExp | undefined {
  const [, source, flags] = /^\/(.+)\/([imsu]*)$/su.exec(entry) ?? [];
  return source === undefined ? undefined : new RegExp(source, flags?.includes('u') ? flags : `${flags ?? ''}u`);
}

function withoutStop(text: string): string {
  return text.trim().replace(/。$/u, '');
}
