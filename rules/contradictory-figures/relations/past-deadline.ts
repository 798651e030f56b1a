import type { Document } from '../../../src/document/document.ts';
import { daysOf } from '../../../src/figures/calendar.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import { publicationDay } from '../article-year.ts';
import type { Relation } from '../relation.ts';
import { after, before, type Statement, statementsOf } from '../statements.ts';

/** 「2025年までに…を成功させる」 in an article of 2026: a deadline that was over when the article appeared. */
export const pastDeadline: Relation = {
  id: 'past-deadline',
  severity: 'warning',
  description: {
    ja: 'これからの期限が、記事の公開日より前にある。',
    en: 'A deadline still to come lies before the article was published.',
  },
  find,
};

const UNTIL =
  /^(?:まで(?:には?|の|です|だ(?!っ)|とな|。|$|、)|を目標に|を目途に|をめどに|が(?:期限|締切|締め切り)|締切|〆切|必着)/;
/** What the reader is asked or told to expect. */
const AHEAD =
  /予定|見込ま|見通し|見込み|予測され|目指(?:す|し(?!た))|ましょう|ください|べき|成功させる|ステップ|すべき|必要があ|申し込|申込|ご応募|お早め/;
/** 「申し込みの受け付けは1月31日までです」: what a reader may still do. */
const OPEN = /(?:受け?付け?|申し?込み?|申請|応募|募集|エントリー|締め?切り?|期限|提出期間|登録)[^、。]{0,12}は[、]?$/;
const STILL = /^まで(?:です|だ(?!っ)|とな(?:る|ります|って(?:いる|います))|。|$)/;
/** A look back, or a plan with several stages, may name a past year. */
const BACK =
  /だった|でした|ていた|ました|当初|当時|かつて|ロードマップ|遅れ|はず|前倒し|歴史|過去|以前|実際|達成し|掲げ/;

function* find(figures: readonly Figure[], document: Document): Generator<Problem> {
  const published = publicationDay(document);
  if (published === undefined) return;
  for (const statement of statementsOf(figures)) {
    const deadline = statement.figures.find((figure) => isDeadline(figure));
    if (!deadline || !isPast(deadline, published) || !looksAhead(statement, deadline)) continue;
    const day = new Date(published * 86_400_000).toISOString().slice(0, 10);
    yield {
      range: deadline.range,
      message: {
        ja: `期限の「${deadline.quantity.surface}」は、記事の公開日（${day}）より前です。期限を直すか、過去のこととして書いてください。`,
        en: `The deadline "${deadline.quantity.surface}" lies before the article was published (${day}). Correct it, or write of it as past.`,
      },
    };
  }
}

function isDeadline(figure: Figure): boolean {
  const { date, until } = figure.quantity;
  return date?.year !== undefined && !until && !date.relative && UNTIL.test(after(figure, 6));
}

function isPast({ quantity: { date } }: Figure, published: number): boolean {
  if (!date) return false;
  const { upper } = daysOf(date);
  // A time zone may shift the day of publication.
  return Number.isFinite(upper) && upper < published - 1;
}

function looksAhead({ text, figures }: Statement, deadline: Figure): boolean {
  const rest = text.slice(deadline.at[1], deadline.at[1] + 60).split('。')[0] ?? '';
  const others = figures.some((it) => it !== deadline && it.quantity.date?.year !== undefined);
  const isOpen = OPEN.test(before(deadline, 24)) && STILL.test(after(deadline, 12));
  return (
    (isOpen || AHEAD.test(rest)) &&
    !BACK.test(rest) &&
    !others &&
    !/(?:から|以来|時点で)[、]?$/.test(before(deadline, 6))
  );
}
