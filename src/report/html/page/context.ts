import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Report } from './report.ts';
import type { State } from './state.ts';
import type { Words } from './words.ts';

/** What every part of the page works with. */
export interface Page {
  readonly report: Report;
  readonly words: Words;
  readonly state: State;
  /** The findings that pass the filters. */
  readonly shown: Int32Array;
  /** Number of the finding that is open; -1 for none. */
  readonly open: number;
  readonly go: (parts: Partial<State>) => void;
  /** A number for people. */
  readonly format: (value: number, digits?: number) => string;
}

const PageContext = createContext<Page | undefined>(undefined);

/** Hands the page down. */
export const PageProvider = PageContext.Provider;

/** The page; only inside of `PageProvider`. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('There is no page.');
  return page;
}
