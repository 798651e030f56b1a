/** What XML 1.0 cannot hold, not even as a character reference: controls, halves of surrogate pairs, two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be found.
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as the content of an element; what XML cannot hold is shown as `\u001B`. Line breaks stay. */
export function xmlText(text: string): string {
  return referenced(legal(text).replaceAll(/[&<>\r]/g, (character) => ENTITIES[character] ?? character));
}

/** One XML element; children are XML already. Attributes come in the order given, and keep tabs and line breaks. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: string | readonly string[] = '',
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`);
  const content = typeof children === 'string' ? children : children.map((child) => `\n${child}`).join('');
  if (content === '') return `<${name}${list.join('')}/>`;
  return `<${name}${list.join('')}>${content}${typeof children === 'string' ? '' : '\n'}</${name}>`;
}

function attributeText(text: string): string {
  return referenced(legal(text).replaceAll(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character));
}

/** What XML may hold but a terminal would obey, as references: a reader gets the same characters. */
function referenced(text: string): string {
  return text.replaceAll(
    /[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}

function legal(text: string): string {
  return text.replaceAll(
    ILLEGAL,
    (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
