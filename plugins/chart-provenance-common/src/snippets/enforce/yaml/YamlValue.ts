/** What a generated policy is made of. A text of several lines is written as a block. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | Noted
  | { readonly [key: string]: YamlValue | undefined };

/** A value with a comment above it that says why it is there. */
export class Noted {
  readonly note: string;
  readonly value: YamlValue;

  /** @param note - words of ours, one line each; nothing that somebody else wrote */
  constructor(note: string, value: YamlValue) {
    this.note = note;
    this.value = value;
  }
}
