import type { Dictionary } from './dictionary.ts';
import type { Lattice } from './lattice.ts';

/**
 * The last node of the cheapest way through a lattice in which words may overlap (see words-at.ts), or -1: kuromoji's
 * own loops, in its own order. A node that no way reaches takes over `chosen` from the node before it, whatever that
 * was, and the way to the end may lead over such nodes.
 */
export function settleInEndOrder(dictionary: Dictionary, lattice: Lattice): number {
  const { cost, prev, slot, start, next, head, furthest } = lattice;
  const { words } = dictionary;
  let chosen = -1;

  function settle(boundary: number, left: number): number {
    let best = Number.MAX_VALUE;
    for (let node = head[boundary] ?? -1; node >= 0; node = next[node] ?? -1) {
      const total = (cost[node] ?? 0) + connectionCost(dictionary, lattice.right[node] ?? 0, left);
      if (total < best) {
        best = total;
        chosen = node;
      }
    }
    return best;
  }

  for (let end = 1; end <= furthest; end++) {
    for (let node = head[end] ?? -1; node >= 0; node = next[node] ?? -1) {
      const wordCost = cost[node] ?? 0;
      cost[node] = Number.MAX_VALUE;
      if ((head[start[node] ?? 0] ?? -1) < 0) continue;
      cost[node] = settle(start[node] ?? 0, words[4 * (slot[node] ?? 0)] ?? 0) + wordCost;
      prev[node] = chosen;
    }
  }
  settle(furthest, 0);
  return chosen;
}

function connectionCost({ connections }: Dictionary, right: number, left: number): number {
  return connections[right * (connections[1] ?? 0) + left + 2] ?? 0;
}
