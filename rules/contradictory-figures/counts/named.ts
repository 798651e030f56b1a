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
/** With the kana that end a noun: 伸び, 取り組み, 使いやすさ. */
const NOUN = '[一-龥々ァ-ヶーA-Za-z0-9りみきえけびげ]{1,14}(?:[いしちせてねべめれ]?やすさ|さ)?';
/** 苗の質: at most one の, for a longer chain may well be a clause. */
const NAME = `${NOUN}(?:の${NOUN})?`;
const JOIN = '(?:、(?:と|および|ならびに|そして|それに)?|・|と|および|ならびに)';
/** 苗、土、水の3つに: names without a particle. や only gives examples. */
const plain = new RegExp(`(?:^|[はがをにで。（(：:\\s])(${NAME}(?:${JOIN}${NAME}){1,9})(の|という)$`, 'u');
/** The number itself ends the phrase: it counts nothing else, as in 「企業、学校の4つの課題」. */
const ends = /^(?:[はがをにでもだ]|です|から|、|。|$)/u;
const copula = /^(?:です|だ(?!け)|である|でした|。|$)/u;
const join = new RegExp(JOIN, 'u');
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
  const [whole = '', list, link] = plain.exec(ahead) ?? [];
  const behind = figure.text.slice(figure.at[1], figure.at[1] + 4);
  if (list === undefined || !(link === 'という' || ends.test(behind))) return undefined;
  const names = list.split(join).length;
  // 「・」 and と also join one name, and 、 may end a clause before the first name: only too few names are certain there.
  const isClosed = whole.startsWith('は') && !/[・と]/u.test(list) && copula.test(behind);
  if (names >= count && !isClosed) return undefined;
  return { count: names, start: offset + ahead.length - (link ?? '').length - list.length, isSure: false };
}
