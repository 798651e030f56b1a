import type { TextlintKernelFilterRule, TextlintKernelPlugin, TextlintKernelRule } from '@textlint/kernel';
import type { Rule, Severity } from '../../rules/rule.ts';
import type { Locale } from './mistake.ts';
import type { Settings } from './settings.ts';

/** A checked configuration, modules loaded. */
export interface Config {
  /** Undefined: no file was found and the default is in force. */
  readonly file: string | undefined;
  /** Folder that paths in the configuration, and fingerprints, are relative to. */
  readonly root: string;
  /** As it is written: worker threads check and load it again. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
  readonly locale: Locale;
  /** The rules in force for an article, overrides applied. */
  readonly rulesFor: (path: string | undefined) => RuleSet;
}

/** What is run on an article. */
export interface RuleSet {
  readonly ours: readonly ConfiguredRule[];
  readonly installed: readonly InstalledRule[];
  readonly filters: readonly TextlintKernelFilterRule[];
  readonly plugins: readonly TextlintKernelPlugin[];
}

/** A rule of ours with its options, defaults filled in. */
export interface ConfiguredRule {
  readonly rule: Rule;
  readonly options: object;
  /** As the user wants it; else the rule's own. */
  readonly severity: Severity | undefined;
}

/** A textlint rule of another package. */
export interface InstalledRule extends TextlintKernelRule {
  readonly packageName: string;
}
