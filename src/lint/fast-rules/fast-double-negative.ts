import type { TextlintRuleReporter } from '@textlint/types';
import type { Morpheme } from '../../text/morphemes.ts';
import { fastTokenizer } from './switch.ts';
import { passes, type Shape, type TokenTest, tokenTest } from './token-pattern.ts';

type Step = Shape | readonly Shape[];

/** The exports of matchTokenStream.js in textlint-rule-no-double-negative-ja 2. */
export interface MatchTokenStream {
  readonly default: (stream: readonly Step[]) => (token: Morpheme) => boolean;
}

/** matchTokenStream with patterns that are made ready once and not for every token. */
export function fastMatchTokenStream(plain: MatchTokenStream): MatchTokenStream['default'] {
  return (stream) => {
    if (!fastTokenizer()) return plain.default(stream);
    const steps = inOrder.next();
    let at = 0;
    return (token) => {
      const tests = steps[at] ?? testsOf(stream[at] ?? []);
      steps[at] = tests;
      at = passesAny(token, tests) ? at + 1 : 0;
      if (at < stream.length) return false;
      at = 0;
      return true;
    };
  };
}

function passesAny(token: Morpheme, tests: readonly TokenTest[]): boolean {
  for (const test of tests) if (passes(token, test)) return true;
  return false;
}

function testsOf(step: Step): readonly TokenTest[] {
  return (Array.isArray(step) ? step : [step]).map((shape) => tokenTest(shape, () => true));
}

/** Tests of one pattern by step, made when a step is reached first: most attempts end at their first token. */
type Steps = (readonly TokenTest[])[];

/**
 * The tests of the patterns that are made while a rule starts. It makes the same ones in the same order each time, which is for each
 * paragraph, so the tests of the last time are taken.
 */
const inOrder = (() => {
  let known: Steps[] | undefined;
  let at = 0;
  return {
    /** Runs `start`, whose patterns are those of the calls before it with the same list. */
    during: <T>(list: Steps[], start: () => T): T => {
      known = list;
      at = 0;
      try {
        return start();
      } finally {
        known = undefined;
      }
    },
    next: (): Steps => {
      if (known === undefined) return [];
      const steps = known[at] ?? [];
      known[at++] = steps;
      return steps;
    },
  };
})();

interface Node {
  readonly type: string;
  readonly parent?: Node;
}

/** Nodes within a paragraph, heading or table cell: a sentence goes on from one to the next. */
const inline = new Set(['Str', 'Strong', 'Emphasis', 'Delete', 'Link', 'LinkReference']);

/**
 * no-double-negative-ja, started anew with each paragraph. As it is, it carries a half-found double negative on:
 * - `わからなくも` at the end of a paragraph and `ない` at the start of the next one are reported as 「〜なくもない」;
 * - a double negative at the very start of a paragraph is missed if the one before ends with the beginning of one.
 * Within a paragraph the pieces before and after a mark-up are one text, as in the original (`わからなく**も**ない`).
 */
export function freshByParagraph(plain: TextlintRuleReporter): TextlintRuleReporter {
  const patterns: Steps[] = [];
  return (context, options) => {
    const stock = plain(context, options);
    const { Str } = context.Syntax;
    if (!fastTokenizer() || Object.keys(stock).join() !== Str) return stock;
    let paragraph: Node | undefined;
    let handlers = stock;
    return {
      [Str]: (node) => {
        const own = paragraphOf(node);
        if (own !== paragraph) handlers = inOrder.during(patterns, () => plain(context, options));
        paragraph = own;
        return handlers[Str]?.(node);
      },
    };
  };
}

function paragraphOf(node: Node): Node {
  let at = node;
  while (inline.has(at.type) && at.parent) at = at.parent;
  return at;
}
