import type { Announcement } from './announcement.ts';

interface Named {
  readonly count: number;
  /** Offset of the first name in the text of the figure. */
  readonly start: number;
  readonly isSure: boolean;
}

/** 「苗」「土」「水」という3つ: everything is in quotation marks. */
const quoted =
  /(?:「[^「」]{1,40}」(?:、と|、そして|および|ならびに|または|と|や|、|・|,|，)?){2,10}(?:という|の|、この|、以上の|からなる|による)$/u;
/** 苗、土、水の3つに: nouns without a particle, and the number itself ends the phrase. */
const plain =
  /(?:^|[はがをにで。（(：:\s])((?:[一-龥々ァ-ヶーA-Za-z0-9]{1,14}[、・]){1,9}[一-龥々ァ-ヶーA-Za-z0-9]{1,14}(?:と[一-龥々ァ-ヶーA-Za-z0-9]{1,14})?)の$/u;
const ends = /^(?:[はがをにでもだ]|です|から|、|。|$)/u;
const WINDOW = 160;

/** The names that stand right before the number which counts them. */
export function namedBefore({ figure, count }: Announcement): Named | undefined {
  const offset = Math.max(0, figure.at[0] - WINDOW);
  const ahead = figure.text.slice(offset, figure.at[0]);
  const inQuotes = quoted.exec(ahead);
  if (inQuotes) {
    const names = inQuotes[0].match(/「/g)?.length ?? 0;
    return { count: names, start: offset + inQuotes.index, isSure: true };
  }
  const list = plain.exec(ahead)?.[1];
  if (list === undefined || !ends.test(figure.text.slice(figure.at[1], figure.at[1] + 3))) return undefined;
  const names = list.split(/[、・と]/u).length;
  // 「・」 also joins one name, and 、 may end a clause before the first name: only too few names are certain.
  return names < count ? { count: names, start: figure.at[0] - 1 - list.length, isSure: false } : undefined;
}
