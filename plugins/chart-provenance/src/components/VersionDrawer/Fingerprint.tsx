import { shortDigest } from '../../format/shortDigest';
import { CopyButton } from '../atoms';

/**
 * A hash in hex: short, full on hover, copied in full.
 *
 * @internal
 */
export const Fingerprint = ({
  hex,
  what = 'fingerprint',
}: {
  hex: string;
  /** What it is, for the copy button. */
  what?: string;
}) => (
  <>
    <code title={hex}>{shortDigest(`sha256:${hex}`)}</code>
    <CopyButton text={hex} label={`${what} ${hex}`} />
  </>
);
