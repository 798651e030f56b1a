import type { Report } from './report.ts';
import { type State, UNDATED } from './state.ts';

type Filters = Pick<State, 'text' | 'path' | 'rule' | 'month' | 'hidden' | 'order'>;

/** Numbers of the findings that pass, in the order asked for. Texts are compared once a message and article, not once a finding. */
export function filtered(report: Report, filters: Filters): Int32Array {
  const { findings, rules } = report.data;
  const articles = articlesPassing(report, filters);
  const texts = textsMatching(report, filters.text);
  const rule = filters.rule === '' ? undefined : rules.findIndex(({ id }) => id === filters.rule);
  const passing = new Int32Array(report.size);
  let count = 0;
  for (let i = 0; i < report.size; i += 1) {
    const severity = findings.severity[i] ?? 0;
    const article = findings.article[i] ?? -1;
    if (filters.hidden.includes(severity) || !articles[article]) continue;
    if (rule !== undefined && findings.rule[i] !== rule) continue;
    if (texts && !texts.messages[findings.message[i] ?? -1] && !texts.articles[article]) continue;
    passing[count] = i;
    count += 1;
  }
  const result = passing.slice(0, count);
  if (filters.order === 'place') return result;
  return result.sort((a, b) => (findings.severity[a] ?? 0) - (findings.severity[b] ?? 0) || a - b);
}

function articlesPassing({ data, months }: Report, { path, month }: Filters): boolean[] {
  const wanted = fold(path);
  return data.articles.map(({ name }, i) => {
    const inMonth = month === '' || (months[i] || UNDATED) === month;
    return inMonth && (wanted === '' || fold(name).includes(wanted));
  });
}

/** Every word must be in the message, or every word in the title of the article. */
function textsMatching({ data }: Report, text: string) {
  const words = fold(text).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return undefined;
  const matches = (candidate: string): boolean => {
    const folded = fold(candidate);
    return words.every((word) => folded.includes(word));
  };
  return { messages: data.messages.map(matches), articles: data.articles.map(({ title }) => matches(title)) };
}

/** Width and case do not matter to a search. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
