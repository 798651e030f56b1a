import type { Page } from './context.ts';
import { SEARCH_ID, toggled } from './filters.tsx';

/** What a key does; true if it did something. Keys that are typed into a field are left alone, Esc apart. */
export function actOn(event: KeyboardEvent, page: Page, toggleHelp: () => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.key === 'Escape') return leave(page);
  if (isTyping(event.target) || (event.key.startsWith('Arrow') && !isInList(event.target))) return false;
  const action = actionOf(event.key, page, toggleHelp);
  action?.();
  return action !== undefined;
}

function actionOf(key: string, page: Page, toggleHelp: () => void): (() => void) | undefined {
  const { go, state } = page;
  if (key === '?') return toggleHelp;
  if (key === '/') return () => focusSearch(go);
  if (key === 'o') return () => go({ view: state.view === 'overview' ? 'findings' : 'overview' });
  if (state.view === 'overview') return undefined;
  if (['1', '2', '3'].includes(key)) return () => go({ hidden: toggled(state.hidden, Number(key) - 1) });
  if (key === 'j' || key === 'ArrowDown') return () => select(page, shownAt(page) + 1);
  if (key === 'k' || key === 'ArrowUp') return () => select(page, shownAt(page) - 1);
  if (key === 'n') return () => select(page, otherArticle(page, 1));
  if (key === 'p') return () => select(page, otherArticle(page, -1));
  return undefined;
}

/** Where the open finding stands in the list; -1 if it does not. */
function shownAt({ shown, open }: Page): number {
  return open < 0 ? -1 : shown.indexOf(open);
}

function select({ shown, report, go }: Page, at: number): void {
  const number = shown[Math.max(0, at)];
  if (number !== undefined) go({ finding: report.data.findings.id[number] ?? '', article: '' });
}

function otherArticle(page: Page, by: 1 | -1): number {
  const { shown, report } = page;
  const { article } = report.data.findings;
  const from = shownAt(page);
  const here = article[shown[from] ?? -1];
  let at = from + by;
  while (at >= 0 && at < shown.length && article[shown[at] ?? -1] === here) at += by;
  return at >= shown.length ? from : at;
}

function focusSearch(go: Page['go']): void {
  const field = document.getElementById(SEARCH_ID);
  // Whoever types on at once types into the field.
  if (field) return field.focus();
  go({ view: 'findings' });
  setTimeout(() => document.getElementById(SEARCH_ID)?.focus());
}

function leave({ state, go }: Page): boolean {
  const focused = document.activeElement;
  if (isTyping(focused) && focused instanceof HTMLElement) focused.blur();
  else if (state.finding || state.article) go({ finding: '', article: '' });
  else return false;
  return true;
}

/** Elsewhere the arrow keys scroll. */
function isInList(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=listbox]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement ? target.type !== 'checkbox' : target instanceof HTMLSelectElement;
}
