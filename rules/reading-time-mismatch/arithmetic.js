/** Shows how the minutes were computed: 「本文17,700字÷毎分500字＝36分」, with every part that counts. */
export function arithmeticOf(reading, speed, result) {
    const terms = [...charactersOf(reading, speed), ...othersOf(reading, speed)];
    const { minutes, capped } = result;
    return {
        ja: `${terms.map((term) => term.ja).join('＋')}${capped ? '、上限は' : '＝'}${minutes}分`,
        en: `${terms.map((term) => term.en).join(' + ')}${capped ? ', capped at' : ' ='} ${minutes} min`,
    };
}
function charactersOf({ prose, table, code }, speed) {
    const parts = [
        { amount: prose, ja: '本文', en: 'body of', weight: 1 },
        { amount: table, ja: '表', en: 'tables of', weight: speed.tableWeight },
        { amount: code, ja: 'コード', en: 'code of', weight: speed.codeWeight },
    ].filter((part) => part.amount * part.weight > 0);
    if (parts.length === 0)
        return [];
    const rate = format(speed.charactersPerMinute);
    const ja = parts.map((part) => `${part.ja}${format(part.amount)}字${times(part.weight)}`).join('＋');
    const en = parts.map((part) => `${part.en} ${format(part.amount)} characters${times(part.weight)}`).join(' + ');
    const many = parts.length > 1;
    return [{ ja: `${many ? `（${ja}）` : ja}÷毎分${rate}字`, en: `${many ? `(${en})` : en} ÷ ${rate} a minute` }];
}
function othersOf({ words, images }, { wordsPerMinute, secondsPerImage }) {
    const terms = [];
    if (words * wordsPerMinute > 0) {
        const rate = format(wordsPerMinute);
        terms.push({ ja: `英単語${format(words)}語÷毎分${rate}語`, en: `${format(words)} Latin words ÷ ${rate} a minute` });
    }
    if (images * secondsPerImage > 0) {
        terms.push({ ja: `画像${images}枚×${secondsPerImage}秒`, en: `${images} images × ${secondsPerImage} s` });
    }
    return terms;
}
function times(weight) {
    return weight === 1 ? '' : `×${weight}`;
}
function format(n) {
    return n.toLocaleString('en-US');
}
