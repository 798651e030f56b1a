import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/** A text in Markdown as a client can show it: without the marks where it knows plain text only. */
export function markup(value: string, isMarkdown: boolean): MarkupContent {
  if (isMarkdown) return { kind: MarkupKind.Markdown, value };
  return { kind: MarkupKind.PlainText, value: value.replaceAll(/\*\*|`|\\(?=[\\`*_[\]<>|~#])/g, '') };
}
