/**
 * The words that are possible in a text, as a graph in arrays. Boundaries are counted in characters, as kuromoji counts:
 * a surrogate pair is one. Node 0 is the start of the text, or of what is left of it after a cut.
 */
export interface Lattice {
  /** Node → slot of the dictionary. */
  slot: Int32Array;
  /** Node → first character. */
  start: Int32Array;
  /** Node → character after the word. */
  until: Int32Array;
  /** Node → right context. */
  right: Int32Array;
  /** Node → cost of the cheapest way up to and with it; its own cost before `prev` is known. */
  cost: Float64Array;
  /** Node → node before it on that way, -1 for none. */
  prev: Int32Array;
  /** Node → next node that ends at the same boundary, in the order in which kuromoji appends them; -1 for none. */
  next: Int32Array;
  count: number;
  /** Boundary → first and last node that ends there, -1 for none. */
  head: Int32Array;
  tail: Int32Array;
  /** The last boundary at which a node ends. */
  furthest: number;
}

/** Node arrays beyond this size are given back after the text that needed them (about 10 MB). */
const keptNodes = 1 << 18;
const smallestNodes = 1 << 12;

export function createLattice(): Lattice {
  return { ...nodeArrays(smallestNodes), count: 0, head: new Int32Array(0), tail: new Int32Array(0), furthest: 0 };
}

/** Empties the lattice and starts it anew, with room for the boundaries 0 to `boundaries`. */
export function resetLattice(lattice: Lattice, boundaries: number): void {
  if (lattice.slot.length > keptNodes) Object.assign(lattice, nodeArrays(smallestNodes));
  const tooSmall = lattice.head.length <= boundaries;
  const tooLarge = lattice.head.length > keptNodes && boundaries < smallestNodes;
  if (tooSmall || tooLarge) {
    lattice.head = new Int32Array(Math.max(smallestNodes, boundaries + 1));
    lattice.tail = new Int32Array(lattice.head.length);
  }
  lattice.head.fill(-1, 0, boundaries + 1);
  startLattice(lattice, 0, 0);
}

/** Forgets all nodes and starts at `boundary` with the right context of what came before. */
export function startLattice(lattice: Lattice, boundary: number, right: number): void {
  lattice.count = 1;
  lattice.cost[0] = 0;
  lattice.prev[0] = -1;
  lattice.right[0] = right;
  lattice.next[0] = -1;
  lattice.head[boundary] = 0;
  lattice.tail[boundary] = 0;
  lattice.furthest = boundary;
}

/** The words of one spelling at one place. Written over for each, since a text has millions. */
export interface Candidates {
  /** First character. */
  start: number;
  /** Character after the word. */
  until: number;
  /** Boundary at which kuromoji lets the word end: `until`, but for its quirk with surrogates. */
  end: number;
  /** Slots: the first, and the one after the last. */
  from: number;
  to: number;
}

/** Appends the candidates as nodes. `words` are the dictionary's. */
export function appendWords(lattice: Lattice, words: Int16Array, candidates: Readonly<Candidates>): void {
  const { start, until, end, from, to } = candidates;
  while (lattice.count + to - from > lattice.slot.length) growNodes(lattice);
  const { slot, right, cost, prev, next, head, tail } = lattice;
  let node = lattice.count;
  for (let word = from; word < to; word++, node++) {
    slot[node] = word;
    lattice.start[node] = start;
    lattice.until[node] = until;
    right[node] = words[4 * word + 1] ?? 0;
    cost[node] = words[4 * word + 2] ?? 0;
    prev[node] = -1;
    next[node] = -1;
    if ((head[end] ?? -1) < 0) head[end] = node;
    else next[tail[end] ?? 0] = node;
    tail[end] = node;
  }
  lattice.count = node;
  if (end > lattice.furthest) lattice.furthest = end;
}

function nodeArrays(size: number) {
  return {
    slot: new Int32Array(size),
    start: new Int32Array(size),
    until: new Int32Array(size),
    right: new Int32Array(size),
    cost: new Float64Array(size),
    prev: new Int32Array(size),
    next: new Int32Array(size),
  };
}

function growNodes(lattice: Lattice): void {
  const larger = nodeArrays(2 * lattice.slot.length);
  for (const name of ['slot', 'start', 'until', 'right', 'cost', 'prev', 'next'] as const) {
    larger[name].set(lattice[name]);
  }
  Object.assign(lattice, larger);
}
