import type { Document } from '../../src/document/document.ts';
import { entryOf } from '../../src/document/front-matter.ts';

const KEYS = ['date', 'published_at', 'publishedAt', 'pubDate', 'publishDate', 'published', 'created'];
const DATE = /(?:^|[^0-9])((?:19|20)[0-9]{2})[-/年.]([0-9]{1,2})[-/月.]([0-9]{1,2})(?![0-9])/;

/** Days since 1970-01-01 of the day on which an article says it was published: its front matter, else the name of its file. */
export function publicationDay(document: Document): number | undefined {
  for (const key of KEYS) {
    const value = entryOf(document.frontMatter, key)?.value;
    const day = value?.kind === 'scalar' ? dayIn(value.source) : undefined;
    if (day !== undefined) return day;
  }
  return dayIn(document.path?.split(/[\\/]/).at(-1) ?? '');
}

/** Year of publication, or undefined. */
export function publicationYear(document: Document): number | undefined {
  const day = publicationDay(document);
  return day === undefined ? undefined : new Date(day * 86_400_000).getUTCFullYear();
}

function dayIn(text: string): number | undefined {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? Date.UTC(year, month - 1, day) / 86_400_000 : undefined;
}
