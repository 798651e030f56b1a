import type { Pattern } from './artifact.ts';

/** Stops a model uses in running text: what follows must not be a particle, or the text is about the marker. */
const NOT_MENTIONED =
  '(?!(?:を|が(?:残|付|表示|出)|という|といった|のよう|の(?:文字|マーカー|記号|行)|と(?:書|表示|出力|いう|入力)))';

/** Marks, English phrases and other patterns that do not depend on Japanese grammar. */
export const MARKS: readonly Pattern[] = [
  {
    id: 'end-marker',
    needles: ['END', 'End', '-end-', 'EOF', '終了', '終わり', 'ここまで'],
    pattern: new RegExp(
      `(?:[-–—―=＝*＊_~～]{2,8}\\s?(?:END(?: OF (?:ARTICLE|TEXT|DOCUMENT|FILE|CONTENT|OUTPUT))?|EOF|End of (?:article|text|document|output)|記事(?:ここまで|終了|終わり))\\s?[-–—―=＝*＊_~～]{2,8}(?![-–—―=＝*＊_~～])|[[［<＜【](?:END(?: OF (?:ARTICLE|TEXT|DOCUMENT|OUTPUT))?|EOS|EOT|DONE|記事終了|出力終了)[\\]］>＞】])${NOT_MENTIONED}`,
      'g',
    ),
    quotable: true,
    deletable: true,
  },
  {
    id: 'end-marker',
    needles: ['END', 'EOF', 'End of', '[終', '（終'],
    pattern:
      /[-–—―=＝*＊~～]{0,8}\s?(?:END OF (?:ARTICLE|TEXT|DOCUMENT|OUTPUT)|End of (?:article|text|document|output)|END|EOF)\s?[-–—―=＝*＊~～.]{0,8}|[[［](?:終了|終わり|終)[\]］]/g,
    where: 'block',
    deletable: true,
  },
  {
    id: 'end-marker',
    needles: ['<|', '|>'],
    pattern: /<\|[a-z_]{2,30}\|>/g,
    quotable: true,
    deletable: true,
  },
  {
    id: 'end-marker',
    needles: ['END---'],
    pattern: /(?<![-–—\w])END-{2,4}(?![-\w])|(?<![-–—\w])-{2,4}END(?![-–—\w\s])|(?<![-–—\w])-{2,4}END$/gm,
    quotable: true,
    deletable: true,
  },
  {
    id: 'end-marker',
    needles: ['---END'],
    pattern: /---END/g,
    where: 'block',
    deletable: true,
  },
  {
    id: 'citation',
    needles: ['turn0', 'turn1', 'turn2', 'turn3', 'turn4', 'turn5', 'turn6', 'turn7', 'turn8', 'turn9'],
    pattern:
      /\s?[\uE200-\uE2FF]?(?:cite|navlist|filecite|image_group)?[\uE200-\uE2FF]?(?:turn\d{1,3}(?:search|news|view|image|fetch|file|academia|forecast|finance|sports|maps|product)\d{1,3}[\uE200-\uE2FF]?)+/g,
    deletable: true,
  },
  {
    id: 'citation',
    needles: ['contentReference', 'oaicite', 'oai_citation'],
    pattern: /\s?:?(?:contentReference)?\[(?:oaicite|oai_citation)[^\]\n]{0,40}\](?:\{index=\d+\})?/g,
    deletable: true,
  },
  {
    id: 'citation',
    needles: ['†'],
    pattern: /\s?【\d{0,3}(?::\d{1,3})?†[^】\n]{0,60}】/g,
    deletable: true,
  },
  {
    id: 'citation',
    needles: ['[cite', '[source:', '[web:', '[attached_file', '[INLINE_CITATION', '[span_'],
    pattern:
      /\s?\[(?:cite(?:_start|_end)?(?::[^\]\n]{0,60})?|(?:web|attached_file|source):\s?\d+(?:\s?,\s?\d+)*|INLINE_CITATION|span_\d+)\](?:\((?:start|end)_span\))?/g,
    deletable: true,
  },
  {
    id: 'citation',
    needles: ['<grok', 'grok_card', 'grok:render'],
    pattern: /<?grok[-_:](?:card|render)[^>\n]{0,80}>?/g,
  },
  {
    id: 'citation',
    needles: ['\uE200', '\uE201', '\uE202'],
    pattern: /[\uE200-\uE2FF]+/g,
    deletable: true,
  },
  {
    id: 'refusal',
    needles: ['apologize', 'sorry', 'unable to', 'cannot', "can't", 'can’t', 'As an AI', 'language model'],
    pattern:
      /(?:I(?:'m| am|’m)? (?:apologize|sorry|afraid)\b[^\n.]{0,60}(?:unable|cannot|can't|can’t|not able|could not|couldn't)|I(?: am|'m|’m) (?:currently )?(?:unable|not able) to [^\n.]{0,20}|I (?:cannot|can't|can’t) (?:fulfill|fulfil|assist|help|comply|provide|access|browse|generate)|As an AI(?: language model| assistant)?,|as a large language model)/gi,
    sentence: true,
    quotable: true,
  },
  {
    id: 'quota-error',
    needles: [
      'quota',
      'ate limit',
      'RESOURCE_EXHAUSTED',
      'Internal Server Error',
      'クォータ',
      'Liquid error',
      'Too Many Requests',
    ],
    pattern:
      /(?:daily quota limit|exceeded your current quota|[Rr]ate limit (?:exceeded|reached)|RESOURCE_EXHAUSTED|^(?:Error:? )?(?:429 Too Many Requests|500 Internal Server Error)|Liquid (?:syntax )?error[ :(]|(?:本日|1日)の(?:利用)?(?:クォータ|API制限)(?:を超え|に達し))(?![」』"'`]?\s?(?:と|が|の|を|に|は|など|エラー))/gm,
    sentence: true,
    quotable: true,
  },
  {
    id: 'chat-reply',
    needles: [
      'Certainly',
      'Sure',
      'Here is',
      "Here's",
      'Here’s',
      'Of course',
      'Let me know',
      'let me know',
      'I hope this',
      'Would you like me',
      'Feel free',
    ],
    pattern:
      /^(?:(?:Certainly|Sure|Of course|Absolutely)[!,.] ?(?:(?:H|h)ere(?:'s|’s| is| are)|I(?:'ll|’ll| will| can| have))|Here(?:'s|’s| is) (?:the|your|a|an) (?:\w+ ){0,4}(?:article|version|draft|translation|summary|text|post|continuation)|(?:Please )?[Ll]et me know if (?:you|there|any)|I hope this helps|Would you like me to|Feel free to (?:ask|let|reach))[^\n]{0,160}/gm,
    sentence: true,
    quotable: true,
  },
  {
    id: 'chat-reply',
    needles: [
      'article has been',
      'article is now',
      'character count',
      'word count',
      'according to the instructions',
      'I will now',
      'I have written',
      'I have completed',
    ],
    pattern:
      /(?:[Tt]he (?:article|text|post) (?:has been|is now|was) (?:generated|written|completed|complete)|I (?:will now|have now|have) (?:check|write|written|generate|generated|complete|completed|continue|revise|revised)\b[^\n.]{0,40}(?:article|text|character|word|draft|post))/g,
    sentence: true,
    quotable: true,
  },
  {
    id: 'image-prompt',
    needles: ['画像', '図', '写真', 'イメージ', 'グラフ', 'スクリーンショット', 'Image', 'IMAGE', 'image'],
    pattern:
      /(?:[[［（(【<＜]\s*(?:ここに[^\]］）)】\n]{0,16}?)?(?:画像|図表?|写真|イメージ(?:画像)?|グラフ|スクリーンショット|スクショ|動画|アイキャッチ(?:画像)?)を?(?:挿入|配置|入れる|追加|添付|貼る)[^\]］）)】>＞\n]{0,80}[\]］）)】>＞]|[[［【]\s*(?:画像|図表?|イメージ(?:画像)?|グラフ|スクリーンショット|アイキャッチ(?:画像)?)\s?\d{0,2}\s?[：:](?![^\]］】\n]{0,80}(?:撮影|提供|作成|より|引用|編集部|出典))[^\]］】\n]{1,80}[\]］】]|[[［]\s*(?:[Ii]mage|IMAGE)(?: of)?(?: [Pp]rompt)?[:：] ?[^\]］\n]{4,200}[\]］])/g,
    where: 'block',
    quotable: true,
  },
  {
    id: 'image-prompt',
    needles: ['画像生成プロンプト', '画像プロンプト', 'mage prompt', 'mage Prompt', '画像の説明'],
    pattern:
      /(?:画像(?:生成)?(?:用)?プロンプト|アイキャッチ画像(?:のプロンプト|の説明)?|[Ii]mage [Pp]rompt)\s?[:：][^\n]{10,400}/g,
    where: 'start',
    quotable: true,
  },
  {
    id: 'placeholder',
    needles: ['[', '［', '【', '〔', '<', '＜'],
    pattern:
      /(?:[[［【〔<＜](?:あなたの|御社の|貴社の|ここに|こちらに)[^\]］】〕>＞\n]{1,40}[\]］】〕>＞]|[[［【〔<＜][^\]］】〕>＞\n。、]{1,30}を(?:挿入|入力|記入|記載|追加|入れる|貼り付け|差し替え)(?:する|してください|予定)?[\]］】〕>＞]|[[［<](?:[Ii]nsert|INSERT|[Yy]our|YOUR|[Ee]nter) [^\]］>\n]{1,40}[\]］>]|[[［<](?:会社名|企業名|商品名|製品名|氏名|お名前|著者名|日付|数値|具体例|要出典|要確認|要追記)[\]］>])/g,
    quotable: true,
  },
  {
    id: 'placeholder',
    needles: ['あなたの', '要確認', '要調整', '要追記', '要出典', '名前を'],
    pattern:
      /(?:[〇○●◯△×X]{2,3})?[（(](?:あなたの(?:名前|お名前|会社名|社名|ブログ名|サイト名)|(?:名前|社名|会社名|日付|数値|出典|URL|リンク)を(?:入れる|入れてください|追加|挿入|記入)|要(?:確認|調整|追記|出典|更新|差し替え))[）)]/g,
    quotable: true,
  },
  {
    id: 'placeholder',
    needles: ['{'],
    pattern:
      /\$\{(?![A-Z_\d]+\})[A-Za-z_\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][^{}\n]{0,30}\}|(?<![{$\\])\{[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]{1,12}\}(?!\})/gu,
    quotable: true,
  },
  {
    id: 'placeholder',
    needles: ['TODO', 'FIXME', 'TBD', '要追記', '要加筆'],
    pattern:
      /(?:TODO|FIXME|TBD|要追記|要加筆)[:：][^\n]{0,40}|[（(【［[](?:TODO|FIXME|TBD|要追記|要加筆)[^）)】］\]\n]{0,30}[）)】］\]]/g,
    where: 'start',
    quotable: true,
  },
  {
    id: 'placeholder',
    needles: ['orem ipsum'],
    pattern: /[Ll]orem ipsum dolor[^\n。]{0,60}/g,
    quotable: true,
  },
  {
    id: 'placeholder',
    needles: ['サンプルテキスト', 'ダミーテキスト', 'この文章はダミー'],
    pattern: /(?:この文章はダミーです|(?:サンプル|ダミー)テキスト(?:が入ります|です))[^\n。]{0,40}/g,
    quotable: true,
  },
  {
    id: 'escaped-text',
    needles: ['&amp;', '&lt;', '&gt;', '&nbsp;', '&quot;', '&#39;'],
    pattern: /&(?:amp|lt|gt|nbsp|quot|#0?39);/g,
    quotable: true,
  },
  {
    id: 'escaped-text',
    needles: ['\\n'],
    pattern:
      /(?:(?<=[。．！？」』）*#|])(?:\\n)+|(?<=[ぁ-んァ-ヶー一-龠:：-])(?:\\n){2,4})(?=[\s#*\-「『（ぁ-んァ-ヶ一-龠\d|\\]|$)/g,
    quotable: true,
  },
  {
    id: 'token-noise',
    needles: ['{}', '^{', '_{'],
    pattern: /[\^_$]{0,3}\{[{}^_$]{11,}/g,
  },
];
