import type { Morpheme, Tokenize } from '../morphemes.ts';
import { type Characters, createCharacters, readCharacters } from './characters.ts';
import { createPathfinder } from './cheapest-way.ts';
import type { Dictionary } from './dictionary.ts';
import { settleInEndOrder } from './end-order.ts';
import { type Features, featureReader } from './features.ts';
import { createLattice, type Lattice, resetLattice, startLattice } from './lattice.ts';
import { wordFinder } from './words-at.ts';

/**
 * A tokenizer with the output of kuromoji.js 0.1.2's `tokenizeForSentence`, which is what kuromojin calls: the same
 * words, ties and oddities with surrogate pairs, in time that grows with the text's length. Where kuromoji throws (a
 * NUL, a first half of a surrogate pair without the second) such a character is an unknown word by itself.
 */
export function tokenizerOf(dictionary: Dictionary): Tokenize {
  const characters = createCharacters();
  const lattice = createLattice();
  const appendWordsAt = wordFinder(dictionary, characters, lattice);
  const pathfinder = createPathfinder(dictionary, lattice);
  const emit = emitter(dictionary, characters, lattice);

  function tokenizePlain(text: string, morphemes: Morpheme[]): void {
    const run = { until: 0 };
    for (let at = 0; at < characters.count; at++) {
      const contexts = pathfinder.gather(at);
      // Inside of every word that leads on from the start.
      if (contexts === 0) continue;
      if (contexts === 1 && lattice.furthest === at && at > 0) {
        // All ways lead over one node: what comes before it is decided.
        const last = pathfinder.bestBefore(0);
        const right = lattice.right[last] ?? 0;
        emit(text, last, morphemes);
        startLattice(lattice, at, right);
        pathfinder.gather(at);
      }
      const first = lattice.count;
      appendWordsAt(at, run);
      pathfinder.settle(first);
    }
    pathfinder.gather(characters.count);
    emit(text, pathfinder.bestBefore(0), morphemes);
  }

  function tokenizeWithSurrogates(text: string, morphemes: Morpheme[]): void {
    const run = { until: 0 };
    for (let at = 0; at < characters.count; at++) appendWordsAt(at, run);
    emit(text, settleInEndOrder(dictionary, lattice), morphemes);
  }

  return (text) => {
    const morphemes: Morpheme[] = [];
    if (text === '') return morphemes;
    readCharacters(characters, text);
    resetLattice(lattice, text.length + 1);
    if (characters.plain) tokenizePlain(text, morphemes);
    else tokenizeWithSurrogates(text, morphemes);
    return morphemes;
  };
}

/** Returns a function that appends the words of the way that ends at a node, from the first to the last. */
function emitter(dictionary: Dictionary, characters: Characters, lattice: Lattice) {
  const morphemeOf = morphemeReader(dictionary, characters);
  const path: number[] = [];
  return (text: string, last: number, morphemes: Morpheme[]): void => {
    path.length = 0;
    let node = last;
    while (node > 0) {
      path.push(node);
      node = lattice.prev[node] ?? -1;
    }
    // A way that does not lead back to the start: kuromoji returns nothing then.
    if (node < 0) return;
    for (let i = path.length - 1; i >= 0; i--) {
      const it = path[i] ?? 0;
      morphemes.push(morphemeOf(text, lattice.slot[it] ?? 0, lattice.start[it] ?? 0, lattice.until[it] ?? 0));
    }
  };
}

/** Returns a function that makes the object for a word, with kuromoji's keys in kuromoji's order. */
function morphemeReader(dictionary: Dictionary, characters: Characters) {
  const featuresOf = featureReader(dictionary);
  const firstUnknown = dictionary.classSlots[0] ?? 0;
  return (text: string, slot: number, start: number, until: number): Morpheme => {
    const features = featuresOf(slot, characters.units, start, until);
    if (slot < firstUnknown) return knownMorpheme(features, start + 1);
    return unknownMorpheme(features, start + 1, text.slice(characters.offsets[start], characters.offsets[until]));
  };
}

function knownMorpheme(features: Features, position: number): Morpheme {
  return {
    word_id: features.wordId,
    word_type: 'KNOWN',
    word_position: position,
    surface_form: features.surface,
    pos: features.pos,
    pos_detail_1: features.detail1,
    pos_detail_2: features.detail2,
    pos_detail_3: features.detail3,
    conjugated_type: features.conjugatedType,
    conjugated_form: features.conjugatedForm,
    basic_form: features.basicForm,
    reading: features.reading,
    pronunciation: features.pronunciation,
  };
}

function unknownMorpheme(features: Features, position: number, surface: string): Morpheme {
  return {
    word_id: features.wordId,
    word_type: 'UNKNOWN',
    word_position: position,
    surface_form: surface,
    pos: features.pos,
    pos_detail_1: features.detail1,
    pos_detail_2: features.detail2,
    pos_detail_3: features.detail3,
    conjugated_type: features.conjugatedType,
    conjugated_form: features.conjugatedForm,
    basic_form: features.basicForm,
  };
}
