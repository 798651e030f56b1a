import type { Edit, Severity } from '../../rules/rule.ts';
import type { Position } from '../text/positions.ts';
import type { Range } from '../text/range.ts';

export type { Edit, Severity };

/** What every door shows: one finding, in the language of the run. */
export interface Finding {
  /** `koetsu/<id>` for our rules, `<preset>/<id>` or `<id>` for installed ones, `internal-error` and the like for our own. */
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** UTF-16 offsets into the text as it is on disk. */
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  /** Safe: `--fix` applies it. */
  readonly fix?: Edit;
  /** Alternatives for the author to choose from; `--fix` never applies them. */
  readonly suggestions: readonly { readonly message: string; readonly edit: Edit }[];
  /** Names the finding by rule, path and the text around it: stays the same when lines above change. */
  readonly fingerprint: string;
  /** Where the rule is explained. */
  readonly docs?: string;
}

export interface RelatedPlace {
  /** Of another article; absent where the place is in the same one. */
  readonly filePath?: string;
  readonly range: Range;
  /** Of another article, whose text is not at hand where the finding is shown. */
  readonly loc?: { readonly start: Position; readonly end: Position };
  readonly message: string;
}

/** The findings of one article, by position. */
export interface FileResult {
  /** As it is shown and opened: absolute, or the name given for standard input. */
  readonly filePath: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}
