import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ArticleView } from './article-view.tsx';
import { type Page, PageProvider, usePage } from './context.ts';
import { filtered } from './filter.ts';
import { Filters } from './filters.tsx';
import { FindingList } from './finding-list.tsx';
import { Help } from './help.tsx';
import { actOn } from './keys.ts';
import { Overview } from './overview.tsx';
import { PrintList } from './print-list.tsx';
import type { Report } from './report.ts';
import { linkTo } from './state.ts';
import { useAddress } from './use-address.ts';
import { wordsOf } from './words.ts';

/** The whole page. */
export function App({ report }: { readonly report: Report }) {
  const [state, go] = useAddress();
  const [help, setHelp] = useState(false);
  const { text, path, rule, month, hidden, order } = state;
  const shown = useMemo(
    () => filtered(report, { text, path, rule, month, hidden, order }),
    [report, text, path, rule, month, hidden.join(), order],
  );
  const page: Page = {
    report,
    words: wordsOf(report.data.locale),
    state,
    shown,
    open: report.findingNumber.get(state.finding) ?? -1,
    go,
    format: (value, digits = 0) =>
      value.toLocaleString(report.data.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  };
  usePrint(page);
  useKeys(page, () => setHelp((before) => !before));
  return (
    <PageProvider value={page}>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {page.words.skip}
      </button>
      <Top openHelp={() => setHelp(true)} />
      <main id="main" tabIndex={-1}>
        {state.view === 'overview' ? <Overview /> : <Findings />}
      </main>
      {help && <Help close={() => setHelp(false)} />}
    </PageProvider>
  );
}

function Top({ openHelp }: { readonly openHelp: () => void }) {
  const { words, state, report, format } = usePage();
  const { made, version } = report.data;
  const current = (view: string): 'page' | undefined => (state.view === view ? 'page' : undefined);
  return (
    <header class="top">
      <h1>{words.title}</h1>
      <nav>
        <a href="#overview" aria-current={current('overview')}>
          {words.overview}
        </a>
        <a href={linkTo({})} aria-current={current('findings')}>
          {words.findings} <span class="badge">{format(report.size)}</span>
        </a>
      </nav>
      <p class="made">{words.made(made.slice(0, 10), version)}</p>
      <button type="button" class="help-button" onClick={openHelp} aria-label={words.help} title={`${words.help} (?)`}>
        ?
      </button>
    </header>
  );
}

function Findings() {
  const { state, words, open, report } = usePage();
  const isOpened = open >= 0 || report.articleNumber.has(state.article);
  return (
    <div class={`findings ${isOpened ? 'opened' : ''}`}>
      <aside class="side" aria-label={words.findings}>
        <Filters />
        <FindingList />
      </aside>
      <ArticleView />
    </div>
  );
}

/** One listener for the whole time: what it needs is always the newest page. */
function useKeys(page: Page, toggleHelp: () => void): void {
  const newest = useRef({ page, toggleHelp });
  newest.current = { page, toggleHelp };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]')) return;
      if (actOn(event, newest.current.page, newest.current.toggleHelp)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Before the page goes to paper, the whole list is put beside the screenful that is on the screen. */
function usePrint(page: Page): void {
  const newest = useRef(page);
  newest.current = page;
  useEffect(() => {
    const root = document.getElementById('print');
    if (!root) return;
    const fill = (): void => {
      const { view, finding, article } = newest.current.state;
      const isList = view === 'findings' && finding === '' && article === '';
      render(isList ? <PrintList {...newest.current} /> : null, root);
    };
    const clear = (): void => render(null, root);
    addEventListener('beforeprint', fill);
    addEventListener('afterprint', clear);
    return () => {
      removeEventListener('beforeprint', fill);
      removeEventListener('afterprint', clear);
    };
  }, []);
}
