import { SITE_KEYS } from './profiles/site-keys.ts';

/** English words, and keys of other tools, that stand one slip away from a key and are meant as they are. */
const OWN_WORDS = new Set(
  `data rate late gate mate update updates dates edate sdate tile titles tabs lag tag topic image_url images weight height
  label labels drift long land link links order older video text type types style site sites slang plug except part parts
  post posts pages page name names note notes cover covers season reason status state series author_id authored
  categorized imager draft_at menu menus summary_ja keyword tagline subtitle entitled tittles`.split(/\s+/u),
);

/**
 * The known key that an unknown one is most likely a slip of: other case or other separators, two letters changed over,
 * or one letter wrong (two in long keys). Undefined for a key that is a word of its own.
 */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  if (OWN_WORDS.has(key) || SITE_KEYS.has(key)) return undefined;
  const folded = known.find((candidate) => fold(candidate) === fold(key));
  if (folded !== undefined) return folded;
  return key.length < 4
    ? undefined
    : nearest(
        key,
        known.filter((candidate) => isSlip(key.toLowerCase(), candidate)),
      );
}

/** The word of a list that a text comes nearest to, if it comes near at all. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(text.length / 3));
  const folded = text.toLowerCase();
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const word of words) {
    if (Math.abs(word.length - text.length) > limit) continue;
    const distance = distanceOf(folded, word.toLowerCase());
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { word, distance };
  }
  return best?.word;
}

function fold(key: string): string {
  return key.toLowerCase().replaceAll(/[-_\s]/gu, '');
}

function isSlip(key: string, known: string): boolean {
  const target = known.toLowerCase();
  // image2, tags_en, titles: made on purpose from a known key.
  if (key.startsWith(target) && /^(?:\d+|[-_].*|e?s)$/u.test(key.slice(target.length))) return false;
  if (target.startsWith(key) && /^(?:\d+|[-_].*|e?s)$/u.test(target.slice(key.length))) return false;
  if (Math.abs(key.length - target.length) > 2 || target.length < 4) return false;
  const distance = distanceOf(key, target);
  if (distance === 1) return target.length > 5 || isShortSlip(key, target);
  return distance === 2 && Math.min(key.length, target.length) >= 8;
}

/** In a short word one wrong letter makes another word (date, rate): only a swap, a doubled or a lost letter is a slip. */
function isShortSlip(key: string, target: string): boolean {
  if (key.length === target.length) return [...key].sort().join('') === [...target].sort().join('');
  const [long, short] = key.length > target.length ? [key, target] : [target, key];
  return long.length > 4 && long.slice(0, -1) !== short;
}

/** Edits between two words, a swap of neighbours counting as one (optimal string alignment). Linear in their product. */
function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (row[j - 1] ?? 0) + 1,
          (last[j] ?? 0) + 1,
          (last[j - 1] ?? 0) + cost,
          swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
