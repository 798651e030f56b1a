import type { Block } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Range } from '../../../src/text/range.ts';
import type { Problem } from '../../rule.ts';
import type { Pattern } from '../pattern.ts';
import { before } from '../surroundings.ts';

const written = /([0-9０-９]{1,2})時(?:([0-9０-９]{1,2})分)?/u;
/** 25:70 is a ratio in most places; behind these words it is a time of day. Broadcasters count up to 30時. */
const colon = /(午前|午後|深夜|AM|PM)[ 　]?([0-9]{1,2})[:：]([0-9]{2})(?![0-9:：])/gu;
const LAST_HOUR = 30;

/** 午前25時, 3時75分, 午後3:75. */
export const impossibleTime: Pattern = {
  id: 'impossible-time',
  severity: 'error',
  description: { ja: '時計にない時刻が書かれている。', en: 'A time that no clock shows.' },
  *find(figures, document) {
    for (const figure of figures) {
      if (figure.quantity.dimension === 'clock' && isWrong(figure)) yield report(figure.quantity.surface, figure.range);
    }
    for (const block of document.blocks) yield* colonTimesIn(block);
  },
};

function* colonTimesIn({ visible }: Block): Generator<Problem> {
  if (!/[:：]/u.test(visible.text)) return;
  for (const match of visible.text.matchAll(colon)) {
    const [surface, noon, hour, minute] = match;
    const latest = noon === '午前' || noon === 'AM' ? 12 : LAST_HOUR;
    if (Number(minute) < 60 && Number(hour) <= latest) continue;
    yield report(surface, visible.rangeOf(match.index, match.index + surface.length));
  }
}

function isWrong(figure: Figure): boolean {
  const { surface } = figure.quantity;
  const [, hour = '0', minute = '0'] = written.exec(surface.normalize('NFKC')) ?? [];
  const isMorning = surface.includes('午前') || /午前[ 　]?$/u.test(before(figure, 4));
  return Number(minute) >= 60 || Number(hour) > (isMorning ? 12 : LAST_HOUR);
}

function report(surface: string, range: Range): Problem {
  return {
    range,
    message: {
      ja: `「${surface}」は時計にない時刻です。正しい時刻に直してください。`,
      en: `"${surface}" is a time that no clock shows. Write the right one.`,
    },
  };
}
