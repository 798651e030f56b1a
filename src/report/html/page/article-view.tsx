import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Range } from '../../../text/range.ts';
import { type ArticleData, SEVERITIES } from '../data.ts';
import { usePage } from './context.ts';
import { FindingCard } from './finding-card.tsx';
import { type Listed, listed } from './report.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { useArticle } from './use-article.ts';

/** The article that is open, with every finding marked where it is. */
export function ArticleView() {
  const { report, open, state, words } = usePage();
  const finding = listed(report, open);
  const number = finding?.articleNumber ?? report.articleNumber.get(state.article) ?? -1;
  const entry = report.data.articles[number];
  const loaded = useArticle(number);
  if (!entry) return <p class="empty">{words.choose}</p>;
  return (
    <article class="article">
      <ArticleHead title={entry.title} name={entry.name} date={entry.date} />
      {loaded === 'loading' && (
        <p class="empty" role="status">
          {words.opening}
        </p>
      )}
      {loaded === 'absent' && <p class="empty">{words.noText}</p>}
      {typeof loaded === 'object' && (
        <>
          {finding && <FindingCard key={open} finding={finding} data={loaded.data} />}
          <Body key={number} data={loaded.data} first={entry.first} />
          <PrintedFindings first={entry.first} count={entry.count} />
        </>
      )}
    </article>
  );
}

function ArticleHead(entry: { readonly title: string; readonly name: string; readonly date: string }) {
  const { words, go, shown, open, report } = usePage();
  const step = (by: number): void => {
    const next = shown[shown.indexOf(open) + by];
    if (next !== undefined) go({ finding: report.data.findings.id[next] ?? '', article: '' });
  };
  return (
    <header class="article-head">
      <button type="button" class="back" onClick={() => go({ finding: '', article: '' })}>
        ← {words.back}
      </button>
      <div class="names">
        <h2>{entry.title || entry.name}</h2>
        <p class="where">
          <bdi>{entry.name}</bdi>
          {entry.date && ` · ${entry.date}`}
        </p>
      </div>
      <div class="steps">
        <button type="button" title={`${words.previous} (k)`} aria-label={words.previous} onClick={() => step(-1)}>
          ↑
        </button>
        <button type="button" title={`${words.next} (j)`} aria-label={words.next} onClick={() => step(1)}>
          ↓
        </button>
      </div>
    </header>
  );
}

function Body({ data, first }: { readonly data: ArticleData; readonly first: number }) {
  const { open } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const selected = open - first;
  const lines = useMemo(() => segmentsOf(data.text, rangesOf(data, selected)), [data, selected]);
  useEffect(() => {
    box.current?.querySelector(`[data-pin="${selected}"]`)?.scrollIntoView({ block: 'center' });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div class="body" ref={box} tabIndex={0}>
      {lines.map((line) => (
        <div key={line.number} class="line" id={`line-${line.number}`}>
          <span class="number" aria-hidden="true">
            {line.number}
          </span>
          <span class="content">
            {line.segments.map((segment, i) => (
              <SegmentView key={i} segment={segment} first={first} selected={selected} count={data.details.length} />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}

/** Of all findings, and behind them the other places of the selected one. */
function rangesOf({ details }: ArticleData, selected: number): Range[] {
  const others = details[selected]?.related.filter(({ name }) => name === undefined) ?? [];
  return [...details, ...others].map(({ range }) => range);
}

interface SegmentProps {
  readonly segment: Segment;
  readonly first: number;
  readonly selected: number;
  /** How many findings the article has; marks from there on are other places. */
  readonly count: number;
}

function SegmentView({ segment: { text, marks, begins }, first, selected, count }: SegmentProps) {
  const { report } = usePage();
  const pins = begins
    .filter((mark) => mark < count)
    .map((mark) => <Pin key={mark} mark={mark} number={first + mark} isSelected={mark === selected} />);
  if (marks.length === 0) return pins.length > 0 ? [...pins, text] : text;
  const severities = marks.flatMap((mark) => (mark < count ? (report.data.findings.severity[first + mark] ?? 2) : []));
  const kinds = [
    SEVERITIES[Math.min(...severities)] ?? '',
    marks.includes(selected) ? 'selected' : '',
    marks.some((mark) => mark >= count) ? 'counterpart' : '',
  ];
  return [...pins, <mark class={kinds.filter(Boolean).join(' ')}>{text}</mark>];
}

interface PinProps {
  readonly mark: number;
  readonly number: number;
  readonly isSelected: boolean;
}

/** Stands where a finding begins and opens it; its number is the one in the printed list. */
function Pin({ mark, number, isSelected }: PinProps) {
  const { report, words, go } = usePage();
  const finding = listed(report, number);
  if (!finding) return null;
  return (
    <button
      type="button"
      class={`pin ${SEVERITIES[finding.severity]}`}
      data-pin={mark}
      aria-pressed={isSelected}
      aria-label={`${mark + 1} ${words.kinds[finding.severity]}: ${finding.message}`}
      title={finding.message}
      onClick={() => go({ finding: report.data.findings.id[number] ?? '', article: '' })}
    >
      {mark + 1}
    </button>
  );
}

/** On paper the findings stand below the article. */
function PrintedFindings({ first, count }: { readonly first: number; readonly count: number }) {
  const { report, words, format } = usePage();
  const findings = Array.from({ length: count }, (_, i) => listed(report, first + i)).filter(
    (finding): finding is Listed => finding !== undefined,
  );
  return (
    <section class="print-only">
      <h3>{words.allInArticle(format(count))}</h3>
      <ol>
        {findings.map(({ number, severity, line, message }) => (
          <li key={number}>
            {words.kinds[severity]} ({words.line(line)}): {message}
          </li>
        ))}
      </ol>
    </section>
  );
}
