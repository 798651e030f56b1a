import * as v from 'valibot';
import type { Profile } from '../../rules/incomplete-front-matter/profiles/profile.ts';
import incompleteFrontMatter from '../../rules/incomplete-front-matter/rule.ts';
import { siteOf } from '../../rules/incomplete-front-matter/site.ts';
import { readingOf, type Speed } from '../../rules/reading-time-mismatch/reading-time.ts';
import readingTimeMismatch from '../../rules/reading-time-mismatch/rule.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Document } from '../document/document.ts';
import { entryOf } from '../document/front-matter.ts';
import type { RuleSet } from '../lint/config.ts';
import type { Range } from '../text/range.ts';

/** What the editor shows of an article beside findings, as plain data. */
export interface Facts {
  /** Characters that a reader reads, white space not counted. */
  readonly characters: number;
  /** Whole minutes that reading takes, as `reading-time-mismatch` computes them. */
  readonly minutes: number;
  readonly site: Profile['site'];
  readonly headings: readonly Heading[];
  /** Blocks at the top level, front matter excluded: comments may stand between them. */
  readonly blocks: readonly Range[];
  /** End of the front matter's closing fence; 0 without front matter. */
  readonly bodyStart: number;
  readonly readingTime: { readonly key: string; readonly range: Range; readonly source: string } | undefined;
}

export interface Heading {
  readonly text: string;
  readonly depth: number;
  readonly range: Range;
  /** Up to the next heading of this level or above, or the end of the article. */
  readonly section: Range;
}

const FRONT_MATTER_NODES = new Set(['yaml', 'toml', 'json']);

/** Reads the facts of an article, with the options that its rules have. */
export function factsOf(document: Document, set: RuleSet): Facts {
  const speed = optionsOf(readingTimeMismatch.rule, set) as ReadingOptions;
  const reading = readingOf(document, speed);
  const guess = siteOf(document, optionsOf(incompleteFrontMatter.rule, set) as Parameters<typeof siteOf>[1]);
  const bom = document.text.startsWith('\uFEFF') ? 1 : 0;
  return {
    characters: reading.prose + reading.table + reading.code,
    minutes: shownMinutes(reading.minutes, speed),
    site: guess.profile.site,
    headings: headingsOf(document),
    blocks: document.root.children.filter(({ type }) => !FRONT_MATTER_NODES.has(type)).map(document.rangeOf),
    bodyStart: document.frontMatter?.range[1] ?? bom,
    readingTime: readingTimeOf(document, speed),
  };
}

type ReadingOptions = Speed & {
  readonly keys: readonly string[];
  readonly min: number;
  readonly max?: number;
  readonly rounding: 'ceil' | 'round' | 'floor';
};

/** The options of a rule, whether it is on or off. */
function optionsOf(rule: Rule, set: RuleSet): object {
  return set.ours.find((configured) => configured.rule.id === rule.id)?.options ?? v.parse(rule.options, {});
}

/** At least one minute: nobody prints «0 min». */
function shownMinutes(minutes: number, { min, max, rounding }: ReadingOptions): number {
  return Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(1, min, Math[rounding](minutes)));
}

function readingTimeOf(document: Document, { keys }: ReadingOptions): Facts['readingTime'] {
  for (const key of keys) {
    const value = entryOf(document.frontMatter, key)?.value;
    if (value?.kind === 'scalar') return { key, range: value.range, source: value.source };
  }
  return undefined;
}

function headingsOf({ blocks, text }: Document): Heading[] {
  const headings = blocks.filter(({ kind, place }) => kind === 'heading' && place === 'body');
  return headings.map((block, i) => {
    const depth = block.depth ?? 1;
    const next = headings.slice(i + 1).find((other) => (other.depth ?? 1) <= depth);
    const shown = block.visible.text.trim();
    return { text: shown, depth, range: block.range, section: [block.range[0], next?.range[0] ?? text.length] };
  });
}
