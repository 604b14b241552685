import { ReferenceProblem } from 'chart-provenance-oras/reference';

/**
 * Why a text is no chart reference, closed: what the grammar of references says, and the scheme.
 *
 * @public
 */
export type ChartReferenceProblem = ReferenceProblem | 'missing-scheme';

const WHAT: Record<ChartReferenceProblem, string> = {
  'missing-scheme': 'A chart reference begins with oci://.',
  empty: 'There is nothing after oci://.',
  'too-long': 'The reference is too long.',
  whitespace: 'There is white space inside the reference.',
  scheme: 'There is a second scheme after oci://.',
  'missing-registry': 'The registry is missing, and none is implied.',
  'bad-registry': 'The registry is not a host with an optional port.',
  'bad-port': 'The port is not a number from 1 to 65535.',
  'missing-repository': 'The repository is missing.',
  'uppercase-repository': 'There is an upper-case letter in the repository.',
  'bad-repository': 'A character here cannot be part of a repository.',
  'repository-too-long': 'The repository is too long.',
  'empty-tag': 'Nothing follows the colon where a tag belongs.',
  'bad-tag': 'A character here cannot be part of a tag.',
  'tag-too-long': 'The tag is too long.',
  'empty-digest': 'Nothing follows the @ where a digest belongs.',
  'bad-digest-algorithm': 'A digest begins with sha256: or sha512:.',
  'bad-digest-length': 'The digest has the wrong length.',
  'bad-digest-hex': 'A character here cannot be part of a digest.',
};

/**
 * A text that is no chart reference. Across package copies compare `name` and `problem`, not `instanceof`. The message says
 * what is wrong and repeats nothing of the text.
 *
 * @public
 */
export class ChartReferenceError extends Error {
  override readonly name = 'ChartReferenceError';
  /** The whole text, as given. */
  readonly text: string;
  /** Zero-based offset of the first bad character in `text`; its length when something is missing at the end. */
  readonly position: number;
  readonly problem: ChartReferenceProblem;
  /** How to mend it: one sentence. */
  readonly fix: string;

  constructor(
    text: string,
    position: number,
    problem: ChartReferenceProblem,
    fix: string,
  ) {
    super(WHAT[problem]);
    this.text = text;
    this.position = position;
    this.problem = problem;
    this.fix = fix;
  }
}
