import type { Entry, ScalarValue } from '../../src/document/front-matter.ts';
import { shorten } from '../quote.ts';
import type { Problem } from '../rule.ts';
import { type Article, isEmpty, isInSchema, lastEntry, problem, specOf, suggestion } from './article.ts';
import { dayOf, localTime, momentOf, offsetAt, offsetText, readDate, type WrittenDate } from './dates.ts';
import { isPlaceholder } from './placeholders.ts';
import { baseName, DATED_NAME } from './site.ts';

/** A date that can be compared with others. */
interface Dated {
  readonly entry: Entry;
  readonly value: ScalarValue;
  readonly date: WrittenDate;
  readonly moment: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Dates that are no dates, impossible, in another form, and that contradict file name, time zone, clock or one another. */
export function* dateProblems(article: Article): Generator<Problem> {
  const dates: Dated[] = [];
  for (const entry of article.frontMatter.entries) {
    const value = dateUnder(entry, article);
    if (!value) continue;
    const wrong = formProblem(entry, value, article);
    if (wrong) yield wrong;
    const date = readDate(value.text.text);
    if (date?.possible) dates.push({ entry, value, date, moment: momentOf(date, fallbackOf(date, value, article)) });
  }
  const role = ({ entry }: Dated) => specOf(entry.key, article.profile)?.date;
  const published = dates.filter((dated) => role(dated) === 'published');
  const main = published.find(({ entry }) => entry.key === 'date') ?? published[0];
  if (!main) return;
  const elsewhere = [...againstFileName(main, article)];
  yield* elsewhere;
  // A wrong year is one slip, not two.
  if (!elsewhere.some(({ severity }) => severity === 'warning')) yield* future(main, article);
  for (const change of dates) {
    if (role(change) === 'modified' && change.moment < main.moment && !sameDay(change, main)) {
      yield reversed(change, main);
    }
  }
}

/** The value of an entry if a date belongs there, and something stands there. */
function dateUnder(entry: Entry, article: Article): ScalarValue | undefined {
  const { key, value } = entry;
  if (!specOf(key, article.profile)?.date || value.kind !== 'scalar' || typeof value.value === 'boolean')
    return undefined;
  if (isEmpty(value) || isInSchema(key, article) || isPlaceholder(value.text.text)) return undefined;
  return value;
}

/**
 * A time without a zone is in the site's own zone. Only what is a time stamp to YAML (bare, with seconds) is read as UTC by
 * Ruby; a text such as `2026-01-31 16:48` is not.
 */
function fallbackOf(date: WrittenDate, value: ScalarValue, { profile, options }: Article): number {
  if (profile.unzoned === 'utc' && value.style === 'plain' && date.seconds !== undefined) return 0;
  return offsetAt(momentOf(date, 0), options.timezone);
}

function formProblem(entry: Entry, value: ScalarValue, { profile }: Article): Problem | undefined {
  const written = value.text.text.trim();
  const date = readDate(written);
  const { name, pattern } = profile.dateForm;
  const quote = shorten(written);
  if (date && !date.possible) {
    return problem(
      value.range,
      `「${entry.key}」の「${quote}」は存在しない日時です。正しい日時に直してください。`,
      `"${quote}" under "${entry.key}" does not exist. Correct the date.`,
    );
  }
  // 5 Jan 2026 and the like: read by some sites and not by others.
  if ((date && pattern.test(written)) || (!date && /[a-z]{3}/iu.test(written) && /\d{4}/u.test(written)))
    return undefined;
  const day = date && dayOf(date);
  return problem(
    value.range,
    `「${entry.key}」の「${quote}」は日付の形が違います。${name.ja}で書いてください。`,
    `"${quote}" under "${entry.key}" is not in the form of a date. Use ${name.en}.`,
    day && date.minutes === undefined
      ? { suggestions: [suggestion(`「${day}」にする`, `Change it to ${day}`, { range: value.range, text: day })] }
      : {},
  );
}

/** The day in the file name is the day as written or the day on the site's clocks; Jekyll takes the URL from the latter. */
function* againstFileName({ entry, value, date, moment }: Dated, article: Article): Generator<Problem> {
  const { timezone } = article.options;
  const written = dayOf(date);
  const { day, time } = localTime(moment, timezone);
  const name = DATED_NAME.exec(baseName(article.document));
  const named = name ? dayOf({ year: Number(name[1]), month: Number(name[2]), day: Number(name[3]) }) : undefined;
  if (named !== undefined && named !== written && named !== day) {
    yield problem(
      value.range,
      `ファイル名の日付は「${named}」ですが、「${entry.key}」は「${written}」です。どちらかに揃えてください。`,
      `The file name says ${named}, but "${entry.key}" says ${written}. Make them agree.`,
      { severity: 'warning' },
    );
  } else if (date.minutes !== undefined && day !== written && named !== day) {
    const zone = offsetText(offsetAt(moment, timezone));
    const clock = /\d{1,2}:\d{2}(?::\d{2})?/u.exec(value.text.text)?.[0] ?? '';
    const change = (text: string) =>
      suggestion(`「${text}」にする`, `Change it to ${text}`, { range: value.range, text });
    yield problem(
      value.range,
      `「${entry.key}」の「${shorten(value.text.text)}」は、サイトの時刻（${timezone}）では${day} ${time.slice(0, 5)}で、日付が変わります。時差の指定を確かめてください。`,
      `"${shorten(value.text.text)}" under "${entry.key}" is ${day} ${time.slice(0, 5)} on the site's clocks (${timezone}), another day. Check the offset.`,
      { severity: 'info', suggestions: [change(`${written} ${clock} ${zone}`), change(`${day} ${time} ${zone}`)] },
    );
  }
}

/** A date ahead is a planned publication, or a slip; more than a year ahead it is a slip. */
function* future({ entry, value, date, moment }: Dated, article: Article): Generator<Problem> {
  const now = article.now.getTime();
  const ahead = date.minutes === undefined ? dayOf(date) > localTime(now, article.options.timezone).day : moment > now;
  if (!ahead) return;
  const published = booleanOf('published', article);
  if (article.profile.site === 'zenn') {
    if (published === true) return;
    yield problem(
      value.range,
      `「${entry.key}」の「${value.text.text}」は未来の日時です。予約公開するには「published」をtrueにしてください。`,
      `"${value.text.text}" under "${entry.key}" lies in the future. Set "published" to true to have it published then.`,
    );
    return;
  }
  if (published === false || booleanOf('draft', article) === true) return;
  yield problem(
    value.range,
    `「${entry.key}」の「${shorten(value.text.text)}」は未来の日時です。予約公開でなければ直してください。`,
    `"${shorten(value.text.text)}" under "${entry.key}" lies in the future. Correct it unless publication is planned for then.`,
    { severity: moment - now > 366 * DAY ? 'warning' : 'info' },
  );
}

function booleanOf(key: string, article: Article): boolean | undefined {
  const value = lastEntry(key, article)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : undefined;
}

function reversed(change: Dated, main: Dated): Problem {
  const [later, earlier] = [change.value.text.text, main.value.text.text];
  return problem(
    change.value.range,
    `「${change.entry.key}」の「${shorten(later)}」が「${main.entry.key}」の「${shorten(earlier)}」より前です。どちらかを直してください。`,
    `"${shorten(later)}" under "${change.entry.key}" is before "${shorten(earlier)}" under "${main.entry.key}". Correct one of them.`,
    {
      severity: 'warning',
      related: [{ range: main.value.range, message: { ja: '公開日時', en: 'The date of publication' } }],
    },
  );
}

function sameDay(a: Dated, b: Dated): boolean {
  return dayOf(a.date) === dayOf(b.date);
}
