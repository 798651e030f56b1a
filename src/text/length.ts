import { remembered } from './remembered.ts';
import { OBJECT } from './visible-text.ts';

/** What does not count, and the first half of each character that takes two UTF-16 units. */
const UNCOUNTED = new RegExp(`[\\s${OBJECT}]+|[\\uD800-\\uDBFF](?=[\\uDC00-\\uDFFF])`, 'g');

/** The number of characters (code points) of a text but for white space and stand-ins of things that are no text. */
export const lengthOf: (text: string) => number = remembered((text) => text.replace(UNCOUNTED, '').length, {
  entries: 4000,
  characters: 100_000,
});
