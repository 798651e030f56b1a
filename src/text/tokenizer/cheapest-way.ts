import type { Dictionary } from './dictionary.ts';
import type { Lattice } from './lattice.ts';

/** Finds the cheapest way through a lattice; of equal ones, the one that kuromoji finds. */
export interface Pathfinder {
  /** Looks at the nodes that end at a boundary; returns how many differ in what may follow them. */
  readonly gather: (boundary: number) => number;
  /** Sets `cost` and `prev` of the nodes from `first` on, which start at the gathered boundary. */
  readonly settle: (first: number) => void;
  /** The last node of the cheapest way to the gathered boundary, if a word with this left context follows. */
  readonly bestBefore: (left: number) => number;
}

/**
 * The nodes that end at one boundary are compared only by right context and cost, and those that start there only by
 * left context and cost. So of the nodes with one right context the cheapest is kept (the first of equals), and the
 * choice is made once for each left context. Costs are whole numbers: adding in another order changes nothing.
 */
export function createPathfinder(dictionary: Dictionary, lattice: Lattice): Pathfinder {
  const { connections, words } = dictionary;
  const rightContexts = connections[0] ?? 0;
  const leftContexts = connections[1] ?? 0;
  const placeOfRight = new Int32Array(rightContexts);
  const cheapest = new Int32Array(rightContexts);
  const rows = new Int32Array(rightContexts);
  const costs = new Float64Array(rightContexts);
  /** Gathering in which a right or left context was seen last. */
  const seenRight = new Float64Array(rightContexts);
  const seenLeft = new Float64Array(leftContexts);
  const bestCost = new Float64Array(leftContexts);
  const bestNode = new Int32Array(leftContexts);
  let gathering = 0;
  let gathered = 0;

  function gather(boundary: number): number {
    const { head, next, right, cost } = lattice;
    gathering++;
    gathered = 0;
    for (let node = head[boundary] ?? -1; node >= 0; node = next[node] ?? -1) {
      const context = right[node] ?? 0;
      const nodeCost = cost[node] ?? 0;
      if (seenRight[context] === gathering) keepCheaper(placeOfRight[context] ?? 0, node, nodeCost);
      else {
        seenRight[context] = gathering;
        placeOfRight[context] = gathered;
        rows[gathered] = context * leftContexts + 2;
        costs[gathered] = nodeCost;
        cheapest[gathered++] = node;
      }
    }
    return gathered;
  }

  function keepCheaper(place: number, node: number, nodeCost: number): void {
    if (nodeCost >= (costs[place] ?? 0)) return;
    costs[place] = nodeCost;
    cheapest[place] = node;
  }

  function bestBefore(left: number): number {
    let best = Number.POSITIVE_INFINITY;
    let node = -1;
    for (let place = 0; place < gathered; place++) {
      const total = (costs[place] ?? 0) + (connections[(rows[place] ?? 0) + left] ?? 0);
      const candidate = cheapest[place] ?? 0;
      if (total < best || (total === best && candidate < node)) {
        best = total;
        node = candidate;
      }
    }
    bestCost[left] = best;
    return node;
  }

  function settle(first: number): void {
    const { cost, prev, slot, count } = lattice;
    for (let node = first; node < count; node++) {
      const left = words[4 * (slot[node] ?? 0)] ?? 0;
      if (seenLeft[left] !== gathering) {
        seenLeft[left] = gathering;
        bestNode[left] = bestBefore(left);
      }
      prev[node] = bestNode[left] ?? 0;
      cost[node] = (cost[node] ?? 0) + (bestCost[left] ?? 0);
    }
  }

  return { gather, settle, bestBefore };
}
