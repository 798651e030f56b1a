import type { Characters } from './characters.ts';
import { type Dictionary, groups, invokeAlways } from './dictionary.ts';
import { appendWords, type Candidates, type Lattice } from './lattice.ts';
import { recordAt, stepTrie } from './trie.ts';

/** Where the run of one character class ends that was looked at last, so that a long run is scanned once. */
export interface Run {
  until: number;
}

/** Returns a function that appends all words which start at a character, in kuromoji's order. */
export function wordFinder(
  dictionary: Dictionary,
  characters: Characters,
  lattice: Lattice,
): (start: number, run: Run) => void {
  const { charClasses, classFlags, classSlots, words } = dictionary;
  const candidates: Candidates = { start: 0, until: 0, end: 0, from: 0, to: 0 };
  return (start, run) => {
    candidates.start = start;
    const found = appendKnownWords(dictionary, characters.units, lattice, candidates);
    const charClass = charClasses[characters.units[start] ?? 0] ?? 0;
    const flags = classFlags[charClass] ?? 0;
    if (found && (flags & invokeAlways) === 0) return;
    if ((flags & groups) === 0) candidates.until = start + 1;
    else {
      if (run.until <= start) run.until = endOfRun(characters, charClasses, start);
      candidates.until = run.until;
    }
    candidates.end = endForKuromoji(characters, candidates);
    candidates.from = classSlots[charClass] ?? 0;
    candidates.to = classSlots[charClass + 1] ?? 0;
    appendWords(lattice, words, candidates);
  };
}

/** Appends the dictionary's words from the shortest to the longest; false if there are none. */
function appendKnownWords(
  dictionary: Dictionary,
  units: Uint16Array,
  lattice: Lattice,
  candidates: Candidates,
): boolean {
  const { trie, records, words } = dictionary;
  let found = false;
  let at = candidates.start;
  let node = dictionary.jump[units[at] ?? 0] ?? 0;
  while (node !== 0) {
    at++;
    const record = recordAt(trie, node);
    if (record >= 0) {
      found = true;
      candidates.until = at;
      candidates.end = at;
      candidates.from = records[record] ?? 0;
      candidates.to = records[record + 1] ?? 0;
      appendWords(lattice, words, candidates);
    }
    // The text ends with a 0, from which no word goes on.
    node = stepTrie(trie, node, units[at] ?? 0);
  }
  return found;
}

function endOfRun(characters: Characters, charClasses: Uint8Array, start: number): number {
  const { units, count } = characters;
  const charClass = charClasses[units[start] ?? 0];
  let until = start + 1;
  while (until < count && charClasses[units[until] ?? 0] === charClass) until++;
  return until;
}

/**
 * kuromoji counts a word of one character as 1, but a longer one by its UTF-16 length: with surrogate pairs in it, the
 * word reaches over the text that follows, or beyond its end. Rules see that output, so it is kept.
 */
function endForKuromoji(characters: Characters, { start, until }: Candidates): number {
  if (characters.plain || until === start + 1) return until;
  return start + (characters.offsets[until] ?? 0) - (characters.offsets[start] ?? 0);
}
