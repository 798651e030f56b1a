import { SEVERITIES } from '../data.ts';

/** What is looked at. It stands in the fragment of the address, so that a link shows the same to others. */
export interface State {
  readonly view: 'overview' | 'findings';
  readonly text: string;
  readonly path: string;
  readonly rule: string;
  readonly month: string;
  /** Numbers of the severities that are hidden. */
  readonly hidden: readonly number[];
  readonly order: 'place' | 'severity';
  /** Fingerprint of the finding that is open. */
  readonly finding: string;
  /** Name of the article that is open, where no finding is. */
  readonly article: string;
}

/** The overview, with nothing filtered. */
export const START: State = {
  view: 'overview',
  text: '',
  path: '',
  rule: '',
  month: '',
  hidden: [],
  order: 'place',
  finding: '',
  article: '',
};

/** The month filter for articles without a date. */
export const UNDATED = '-';

/** The fragment for a state, `#` included; short where little differs from the start. */
export function hashOf(state: State): string {
  if (state.view === 'overview') return '#overview';
  const parts = new URLSearchParams();
  const { text, path, rule, month, hidden, order, finding, article } = state;
  const values = { q: text, path, rule, month, finding, article, order: order === 'place' ? '' : order };
  for (const [key, value] of Object.entries(values)) if (value) parts.set(key, value);
  if (hidden.length > 0) parts.set('hide', hidden.map((number) => SEVERITIES[number]).join('.'));
  return `#findings${parts.size > 0 ? `?${parts}` : ''}`;
}

/** Reads a fragment, whatever it holds. */
export function stateOf(hash: string): State {
  if (!hash.startsWith('#findings')) return START;
  const parts = new URLSearchParams(hash.slice('#findings?'.length));
  const get = (key: string): string => parts.get(key) ?? '';
  const hide = get('hide').split('.');
  return {
    view: 'findings',
    text: get('q'),
    path: get('path'),
    rule: get('rule'),
    month: get('month'),
    hidden: SEVERITIES.flatMap((severity, i) => (hide.includes(severity) ? i : [])),
    order: get('order') === 'severity' ? 'severity' : 'place',
    finding: get('finding'),
    article: get('article'),
  };
}

/** A link to findings: the start with these parts. */
export function linkTo(parts: Partial<State>): string {
  return hashOf({ ...START, view: 'findings', ...parts });
}
