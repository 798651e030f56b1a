import { useEffect, useRef, useState } from 'preact/hooks';
import { SEVERITIES } from '../data.ts';
import { usePage } from './context.ts';
import { listed } from './report.ts';

/** Height of a row in CSS pixels, as in style.css. All rows are equally high, so that only those in sight need to exist. */
const ROW = 74;
const BEYOND = 6;

/** The findings that pass the filters; however many there are, only a screenful is in the document. */
export function FindingList() {
  const { shown, open, words, report } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 900 });
  const selected = open < 0 ? -1 : shown.indexOf(open);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useEffect(() => scrollToRow(box.current, selected), [selected, shown]);
  if (shown.length === 0) return <p class="empty">{report.size === 0 ? words.nothing : words.none}</p>;
  const first = Math.max(0, Math.floor(view.top / ROW) - BEYOND);
  const last = Math.min(shown.length, Math.ceil((view.top + view.height) / ROW) + BEYOND);
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  return (
    <div
      ref={box}
      class="list"
      role="listbox"
      tabIndex={0}
      aria-label={words.findings}
      aria-activedescendant={selected >= first && selected < last ? `row-${selected}` : undefined}
    >
      <div class="rows" style={{ height: `${shown.length * ROW}px` }}>
        {rows.map((row) => (
          <Row key={row} row={row} />
        ))}
      </div>
    </div>
  );
}

function Row({ row }: { readonly row: number }) {
  const { report, shown, open, words, go } = usePage();
  const number = shown[row] ?? -1;
  const finding = listed(report, number);
  if (!finding) return null;
  const severity = SEVERITIES[finding.severity] ?? 'info';
  const { article, line, message, rule, places } = finding;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are those of the whole page.
    <div
      id={`row-${row}`}
      class={`row ${severity}`}
      role="option"
      tabIndex={-1}
      aria-selected={number === open}
      aria-setsize={shown.length}
      aria-posinset={row + 1}
      style={{ transform: `translateY(${row * ROW}px)` }}
      onClick={() => go({ finding: report.data.findings.id[number] ?? '', article: '' })}
    >
      <span class="row-head">
        <span class={`tag ${severity}`}>{words.kinds[finding.severity]}</span>
        <span class="rule">{shortRule(rule)}</span>
        {places > 0 && (
          <span class="two" title={words.places(places)}>
            <span aria-hidden="true">⇄</span> {places + 1}
          </span>
        )}
      </span>
      <span class="message">{message}</span>
      <span class="where">
        <bdi>{article.name}</bdi>:{line}
      </span>
    </div>
  );
}

/** Our own rules go without their prefix. */
export function shortRule(rule: string): string {
  return rule.replace(/^koetsu\//, '');
}

function scrollToRow(box: HTMLElement | null, row: number): void {
  if (!box || row < 0) return;
  const top = row * ROW;
  if (top < box.scrollTop) box.scrollTop = top - ROW;
  else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * ROW - box.clientHeight;
}
