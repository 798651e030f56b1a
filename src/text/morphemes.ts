/** One morpheme of the IPADIC dictionary, exactly as kuromoji.js returns it. */
export interface Morpheme {
  readonly word_id: number;
  readonly word_type: 'KNOWN' | 'UNKNOWN';
  /** 1-based character position in the tokenised string, as kuromoji counts it. */
  readonly word_position: number;
  readonly surface_form: string;
  readonly pos: string;
  readonly pos_detail_1: string;
  readonly pos_detail_2: string;
  readonly pos_detail_3: string;
  readonly conjugated_type: string;
  readonly conjugated_form: string;
  readonly basic_form: string;
  readonly reading?: string;
  readonly pronunciation?: string;
}

/** Splits a string into morphemes. Pure and synchronous: the dictionary is loaded before one exists. */
export type Tokenize = (text: string) => readonly Morpheme[];
