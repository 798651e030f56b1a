import type { Block, Document, Sentence } from '../../src/document/document.ts';
import type { Found } from './artifact.ts';
import { isQuoted } from './quoted.ts';

const SLOT =
  /(?:株式会社|有限会社)[〇○●]{2,4}|[〇○●]{2,4}株式会社|(?<![\w〇○●△×〜～])(?:[〇○●]{2,4}|X{2,4}|[▲△×]{2,4})(?:万|億|兆|千|百)?(?:円|ドル|社|人|名|件|%|％|パーセント|時間|分|倍|年|月|日|ヶ月|か月|カ月|割|台|店舗|ユーロ)/g;
/** Stands in every slot. */
const ANY_SLOT = /[〇○●△×▲]{2}|XX/;
/** 〇〇円で、のような and "XX%改善" show a form; 削減に成功しました。reports a fact. */
const SHOWS_A_FORM =
  /例えば|たとえば|といった|のような|などの|など、|ように|とする|仮に|もし|場合|かもしれ|でしょう|だろう|とか|みたいな|叫|謳/;
const REPORTS = /(?:ました|った|した|いた|れた|である|ています|ている)[。！!）)]*$/;

/** Figures and names that were never filled in: 〇〇 and XX in a sentence that reports a fact. Elsewhere they show a form. */
export function unfilledFigures(document: Document, samples: ReadonlySet<Block>): Found[] {
  if (!ANY_SLOT.test(document.text)) return [];
  const found: Found[] = [];
  for (const sentence of document.sentences) {
    if (!ANY_SLOT.test(sentence.text) || !isReport(sentence) || samples.has(sentence.block)) continue;
    for (const match of sentence.text.matchAll(SLOT)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      if (isQuoted(sentence.block, start, end)) continue;
      found.push({ id: 'placeholder', range: sentence.block.visible.rangeOf(start, end), quote: match[0] });
    }
  }
  return found;
}

function isReport({ text, block }: Sentence): boolean {
  return block.kind !== 'cell' && REPORTS.test(text) && !SHOWS_A_FORM.test(text);
}
