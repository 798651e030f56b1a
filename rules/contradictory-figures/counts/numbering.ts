import type { Block } from '../../../src/document/document.ts';

/** The number that a heading or a bold line begins with, and the word before it: 「ステップ2：…」 is { label: 'ステップ', number: 2 }. */
export interface Numbered {
  readonly label: string;
  readonly number: number;
  readonly block: Block;
}

const numbered =
  /^(?:【|\[|「|■|●|◆|▼)?[ 　]*([ァ-ヶーA-Za-z一-龥]{0,8}?)[ 　]?(?:第[ 　]?)?(?:[0-9]{1,2}[.-](?=[0-9]))?([0-9０-９]{1,2}|[①-⑳]|[一二三四五六七八九十](?=[、.．：:]|つ目))(?:つ目|番目|位)?[ 　]?(?:[.．、：:）)｜|\]】」—–-]|[ 　])/u;

/** The numbering of a block, or undefined. */
export function numberedOf(block: Block): Numbered | undefined {
  const found = numbered.exec(block.visible.text);
  const number = toNumber(found?.[2] ?? '');
  return found && number !== undefined ? { label: found[1] ?? '', number, block } : undefined;
}

/** Runs 1, 2, 3 … of one label among blocks, each in order and without a gap; a run that is broken is left out. */
export function seriesIn(blocks: readonly Block[]): readonly (readonly Numbered[])[] {
  const series: Numbered[][] = [];
  const lastOf = new Map<string, Numbered[]>();
  for (const block of blocks) {
    const next = numberedOf(block);
    if (!next) continue;
    const open = lastOf.get(next.label);
    if (open && next.number !== 1) {
      open.push(next);
      continue;
    }
    const run = [next];
    series.push(run);
    lastOf.set(next.label, run);
  }
  return series.filter((run) => run.length >= 2 && run.every((it, i) => it.number === i + 1));
}

function toNumber(text: string): number | undefined {
  const kanji = '一二三四五六七八九十'.indexOf(text);
  if (text !== '' && kanji >= 0) return kanji + 1;
  const circled = text.charCodeAt(0) - 0x245f;
  if (circled >= 1 && circled <= 20) return circled;
  const value = Number(text.normalize('NFKC'));
  return text !== '' && Number.isInteger(value) ? value : undefined;
}
