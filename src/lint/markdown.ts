import type { TxtDocumentNode } from '@textlint/ast-node-types';
import type { TextlintKernelPlugin } from '@textlint/kernel';
import { moduleInterop } from '@textlint/module-interop';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import type { TextlintPluginCreator } from '@textlint/types';

const creator = moduleInterop(markdownPlugin) as unknown as TextlintPluginCreator;

/** textlint's Markdown. */
export const MARKDOWN: TextlintKernelPlugin = { pluginId: 'markdown', plugin: creator };

/** textlint's tree of a text. Throws what the parser throws. */
export function parseMarkdown(text: string): TxtDocumentNode {
  const { preProcess } = new creator.Processor().processor('.md');
  return preProcess(text) as TxtDocumentNode;
}

/** A plugin that hands out a tree which is already there. */
export function parsed(tree: TxtDocumentNode): TextlintKernelPlugin {
  const processor = {
    availableExtensions: () => ['.md'],
    processor: () => ({
      preProcess: () => tree,
      postProcess: (messages: unknown, filePath?: string) => ({ messages, filePath: filePath ?? '<markdown>' }),
    }),
  };
  // Called with `new`, a function may return another object.
  function Processor(): typeof processor {
    return processor;
  }
  return { pluginId: 'markdown', plugin: { Processor } as unknown as TextlintPluginCreator };
}
