import type { Entry, ListValue, MapValue, ScalarValue, Value } from '../../src/document/front-matter.ts';
import type { Range } from '../../src/text/range.ts';
import { shorten } from '../quote.ts';
import type { Problem } from '../rule.ts';
import { notAllowed } from './allowed.ts';
import { type Article, isEmpty, placeOf, problem, quoted, suggestion, valuesFor } from './article.ts';
import { isPlaceholder } from './placeholders.ts';
import type { ItemsSpec, KeySpec } from './profiles/profile.ts';

/** What is wrong with the items of a list (tags, topics …), and with a text that should be a list. */
export function* listProblems(entry: Entry, spec: KeySpec | undefined, article: Article): Generator<Problem> {
  const { key, value } = entry;
  if (spec?.splitAtSpaces) yield* unsplit(entry, article);
  if (value.kind !== 'list' || !spec?.items || isEmpty(value)) return;
  const { max } = spec.items;
  if (max !== undefined && value.items.length > max) {
    yield problem(
      value.range,
      `「${key}」が${value.items.length}個あります。${max}個以内にしてください。`,
      `"${key}" has ${value.items.length} items. Keep it to ${max}.`,
    );
  }
  const allowed = valuesFor(key, article);
  for (const item of value.items) {
    const found =
      itemProblem(key, item, spec.items) ?? (allowed && isText(item) ? notAllowed(key, item, allowed) : undefined);
    if (found) yield found;
  }
  yield* repeated(entry, value);
}

function itemProblem(key: string, item: Value, spec: ItemsSpec): Problem | undefined {
  if (item.kind === 'map') return spec.maps ? undefined : splitByColon(key, item);
  if (item.kind !== 'scalar') return undefined;
  const written = item.text.text;
  const quote = shorten(written);
  if (isEmpty(item)) {
    if (item.range[0] === item.range[1]) return undefined;
    return problem(
      item.range,
      `「${key}」に空の項目があります。値を書くか、項目を消してください。`,
      `"${key}" has an empty item. Give it a value, or remove it.`,
      { severity: 'warning' },
    );
  }
  if (isPlaceholder(written, true)) {
    return problem(
      item.range,
      `「${key}」に仮の値「${quote}」が残っています。実際の値を書いてください。`,
      `"${key}" still holds the placeholder "${quote}". Write the real value.`,
      { severity: 'warning' },
    );
  }
  if (spec.onlyText && typeof item.value !== 'string') {
    const change = suggestion('引用符で囲む', 'Put it in quotation marks', {
      range: item.range,
      text: quoted(item.source),
    });
    return problem(
      item.range,
      `「${key}」の「${quote}」が文字列ではありません。引用符で囲んでください。`,
      `"${quote}" under "${key}" is no text. Put it in quotation marks.`,
      { suggestions: [change] },
    );
  }
  return limits(key, item, spec);
}

/** `tags: [企業: 日本企業]` — the colon makes keys and values of a text. */
function splitByColon(key: string, item: MapValue): Problem | undefined {
  const [only] = item.entries;
  if (!only || item.entries.length > 1 || only.value.kind !== 'scalar' || isEmpty(only.value)) return undefined;
  const written = `${only.key}: ${only.value.text.text}`;
  const range: Range = [only.keyRange[0], only.value.range[1]];
  return problem(
    range,
    `「${key}」の「${shorten(written)}」は「: 」があるためキーと値に分かれて読まれます。引用符で囲んでください。`,
    `"${shorten(written)}" under "${key}" is read as a key with a value, for its ": ". Put it in quotation marks.`,
    {
      severity: 'warning',
      suggestions: [suggestion('引用符で囲む', 'Put it in quotation marks', { range, text: quoted(written) })],
    },
  );
}

function limits(key: string, item: ScalarValue, { maxLength, form }: ItemsSpec): Problem | undefined {
  const written = item.text.text;
  const quote = shorten(written);
  if (maxLength !== undefined && written.length > maxLength) {
    return problem(
      item.range,
      `「${key}」の「${quote}」が${written.length}字です。${maxLength}字以内にしてください。`,
      `"${quote}" under "${key}" has ${written.length} characters. Keep it to ${maxLength}.`,
    );
  }
  if (!form || form.pattern.test(written)) return undefined;
  return problem(
    item.range,
    `「${key}」の値「${quote}」は使えません。${form.name.ja}にしてください。`,
    `"${quote}" cannot stand under "${key}". Use ${form.name.en}.`,
  );
}

function* repeated({ key }: Entry, list: ListValue): Generator<Problem> {
  const first = new Map<string, Value>();
  for (const item of list.items) {
    if (!isText(item) || isEmpty(item)) continue;
    const text = item.text.text.trim();
    const earlier = first.get(text);
    if (!earlier) first.set(text, item);
    else if (item.range[1] > item.range[0]) {
      yield problem(
        item.range,
        `「${key}」に「${shorten(text)}」が2回あります。片方を消してください。`,
        `"${shorten(text)}" stands twice under "${key}". Remove one.`,
        {
          severity: 'warning',
          related: [{ range: earlier.range, message: { ja: '最初の項目', en: 'The first one' } }],
        },
      );
    }
  }
}

/** `tags: AI, LLM` — Jekyll cuts a bare text at spaces, so the comma becomes a part of the first tag. */
function* unsplit(entry: Entry, { profile }: Article): Generator<Problem> {
  const { value } = entry;
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || !/[,、，]/u.test(value.value)) return;
  const parts = value.value
    .split(/[,、，]/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const list = `[${parts.map(quoted).join(', ')}]`;
  yield problem(
    placeOf(entry),
    `「${entry.key}」の「${shorten(value.value)}」は${profile.name}では空白で区切られ、読点やコンマも値の一部になります。リストで書いてください。`,
    `${profile.name} splits "${shorten(value.value)}" under "${entry.key}" at spaces, and keeps the commas. Write a list.`,
    {
      severity: 'warning',
      suggestions: [
        suggestion(`「${shorten(list)}」にする`, `Change it to ${list}`, { range: value.range, text: list }),
      ],
    },
  );
}

function isText(value: Value): value is ScalarValue {
  return value.kind === 'scalar';
}
