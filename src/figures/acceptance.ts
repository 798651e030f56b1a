import type { Term } from './amounts.ts';
import { isAlwaysName, isNamedBefore } from './names.ts';

/** Units that also stand behind a name's number: 「Gaudi 3チップ」「事例1企業」「ステップ2業務」. A plain number of up to four digits is then a name's. */
const nounUnits =
  /^(?:[ァ-ヶー]{3,}|[A-Z]{3,}|世代|[号番期戦次章条節項層階級系統話弾段]|企業|団体|組織|機関|業務|機能|業界|部門|工程|要因|条件|課題|戦略|領域|分野|用途|技術|工場|X|x|t|g|m|L|V|W|J|A)$/;

/** True if the term is a figure where it stands; `hasLead` says that 約 or its like stands before it. */
export function isFigure(text: string, term: Term, hasLead: boolean): boolean {
  if (term.date || !term.numeral) return isWholeWord(text, term);
  if (isAlwaysName(text, term.start)) return false;
  if (term.numeral.kanji && term.unit === 'none') return term.ordinal || isVagueRoundNumber(text, term);
  if (term.numeral.kanji) return hasLead || isKanjiFigure(text, term);
  if (term.unit === 'none') return hasLead || isBareFigure(text, term);
  return (
    hasLead ||
    !(
      (term.unit.startsWith('noun:') || nounUnits.test(term.unitText)) &&
      isPlain(term) &&
      isNamedBefore(text, term.start)
    )
  );
}

/** 日本年, 2025年's tail: a date does not begin inside another number or Latin word. */
function isWholeWord(text: string, term: Term): boolean {
  return !/[0-9０-９A-Za-z.]$/.test(text.slice(Math.max(0, term.start - 1), term.start));
}

function isBareFigure(text: string, term: Term): boolean {
  const after = text.slice(term.end, term.end + 2);
  const before = text.slice(Math.max(0, term.start - 2), term.start);
  // 「2.0」 alone in brackets is a version, and 「Ernie 2、3」 goes on with the name.
  if (/[「『]$/.test(before) && /^[」』]/.test(after) && /^[0-9]+\.[0-9]$/.test(text.slice(term.start, term.end)))
    return false;
  if (/[0-9０-９][、や,・]$/.test(before) && isSmall(term)) return false;
  if (/^[A-Za-zＡ-Ｚａ-ｚ_^]/.test(after) || /^[-‐‑.:/][A-Za-z0-9]/.test(after)) return false;
  // 崑崙5: a small number glued to a kanji word is that word's.
  if (/[一-龥]$/.test(text.charAt(term.start - 1)) && isSmall(term)) return false;
  return !isNamedBefore(text, term.start) || (term.numeral?.scaled ?? false);
}

/** 数万もの, 数千から: a vague number of two characters needs no counter before a particle; 数々 and 数字 are words. */
function isVagueRoundNumber(text: string, term: Term): boolean {
  const long = term.vague && (term.numeral?.end ?? 0) - term.start >= 2;
  return (
    long &&
    /^[のもかをやにがはと、。「」規以〜～ァ-ヶA-Z]/.test(text.slice(term.end, term.end + 1)) &&
    isKanjiFigure(text, term)
  );
}

function isPlain(term: Term): boolean {
  return (term.numeral?.plainDigits ?? 0) < 5 && term.numeral?.scaled === false;
}

function isSmall(term: Term): boolean {
  return term.numeral !== undefined && term.numeral.plainDigits > 0 && term.numeral.plainDigits < 3;
}

/** 三社 and 数百人 are figures; 日本三社 keeps its 三 to itself, 関数, 複数年 and 契約者数 are words. */
function isKanjiFigure(text: string, term: Term): boolean {
  const before = text.slice(Math.max(0, term.start - 2), term.start);
  if (
    /(?:過去|今後|直近|毎[秒分時日月年]|年間|月間|週間|最[大低高短長]|開始|設立|創業|以降|向こう|[約全計各他残前後約中位週])$/.test(
      before,
    )
  )
    return true;
  const vague = text[term.start] === '数';
  const long = (term.numeral?.end ?? 0) - term.start >= 2;
  if (vague && !long) return !/[一-龥ァ-ヶー〇]$/.test(before);
  if (vague) return !/[複多変関係定指無函級]$/.test(before);
  return !/[一-龥〇々]$/.test(before) || (long && !/[第唯]$/.test(before));
}
