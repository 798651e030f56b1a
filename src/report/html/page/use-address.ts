import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { hashOf, type State, stateOf } from './state.ts';

/** Browsers slow pages down that change their address with every key. */
const WAIT = 250;

/** The state, which is that of the address, and how to change parts of it. */
export function useAddress(): [State, (parts: Partial<State>) => void] {
  const [state, setState] = useState(() => stateOf(location.hash));
  const newest = useRef(state);
  newest.current = state;
  const timer = useRef(0);
  useEffect(() => {
    const read = (): void => {
      clearTimeout(timer.current);
      if (location.hash !== hashOf(newest.current)) setState(stateOf(location.hash));
    };
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const go = useCallback((parts: Partial<State>) => {
    newest.current = { ...newest.current, ...parts };
    setState(newest.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => location.replace(hashOf(newest.current)), WAIT);
  }, []);
  return [state, go];
}
