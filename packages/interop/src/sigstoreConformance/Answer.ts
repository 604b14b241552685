/** What the product says of a case. */
export type Answer =
  | { is: 'accepted'; words: string }
  | { is: 'refused'; code: string; words: string }
  /** It could not be told: never what a case asks for. */
  | { is: 'broken'; words: string };
