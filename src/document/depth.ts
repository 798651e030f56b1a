/** No front matter that an author wrote nests deeper. */
const DEEPEST = 200;

/**
 * True if a YAML, JSON or TOML text nests so deep that a parser which calls itself for each level may come to the end of the stack.
 * There V8 does not only throw: where it has to compile a regular expression for the first time, it ends the process. Counts
 * brackets, whatever they stand in, lists and keys within one line, and indentation; linear in the text.
 */
export function nestsTooDeep(source: string): boolean {
  return bracketsNest(source) || IN_ONE_LINE.test(source) || linesNest(source);
}

/** 「- - - a」: each mark opens a list or a map in the one before. */
const IN_ONE_LINE = /^[ \t]*(?:[-?:][ \t]+){200}/m;

function bracketsNest(source: string): boolean {
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    if (unit === OPEN_LIST || unit === OPEN_MAP) depth += 1;
    else if ((unit === CLOSE_LIST || unit === CLOSE_MAP) && depth > 0) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];

/** More lines in a row of which each is indented further than those before it. */
function linesNest(source: string): boolean {
  const open: number[] = [];
  for (const line of source.matchAll(/^([ \t]*)(?=\S)/gm)) {
    const indent = line[1]?.length ?? 0;
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    open.push(indent);
    if (open.length > DEEPEST) return true;
  }
  return false;
}
