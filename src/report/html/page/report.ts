import { type ArticleData, type ArticleEntry, articleElement, type IndexData } from '../data.ts';
import { unpack } from './unpack.ts';

/** The index with what is looked up again and again. */
export interface Report {
  readonly data: IndexData;
  /** How many findings there are. */
  readonly size: number;
  readonly articleNumber: ReadonlyMap<string, number>;
  readonly findingNumber: ReadonlyMap<string, number>;
  /** The articles' months, `YYYY-MM` or empty. */
  readonly months: readonly string[];
  readonly text: (article: number) => Promise<ArticleData | undefined>;
}

/** One finding, put together from the columns. */
export interface Listed {
  readonly number: number;
  readonly rule: string;
  readonly docs: string | undefined;
  readonly severity: number;
  readonly line: number;
  readonly message: string;
  readonly article: ArticleEntry;
  readonly articleNumber: number;
  readonly places: number;
}

/** So many articles stay unpacked. */
const KEPT = 8;

/** Prepares the index for the page. */
export function reportOf(data: IndexData): Report {
  const kept = new Map<number, Promise<ArticleData | undefined>>();
  return {
    data,
    size: data.findings.id.length,
    articleNumber: new Map(data.articles.map(({ name }, i) => [name, i])),
    findingNumber: new Map(data.findings.id.map((id, i) => [id, i])),
    months: data.articles.map(({ date }) => date.slice(0, 7)),
    text: (article) => {
      const known = kept.get(article) ?? unpack<ArticleData>(articleElement(article));
      kept.delete(article);
      kept.set(article, known);
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
      return known;
    },
  };
}

/** The finding of a number; undefined where there is none. */
export function listed({ data }: Report, number: number): Listed | undefined {
  const { findings, articles, rules, messages } = data;
  const articleNumber = findings.article[number] ?? -1;
  const article = articles[articleNumber];
  const rule = rules[findings.rule[number] ?? -1];
  if (!article || !rule) return undefined;
  return {
    number,
    rule: rule.id,
    docs: rule.docs,
    severity: findings.severity[number] ?? 0,
    line: findings.line[number] ?? 1,
    message: messages[findings.message[number] ?? -1] ?? '',
    article,
    articleNumber,
    places: findings.places[number] ?? 0,
  };
}
