import {
  signerLabel,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import { gapWords } from '../../format/gapWords';
import { reasonTitle } from '../../format/reasonWords';
import { trustWords } from '../../format/trustWords';
import { RelativeTime } from '../atoms';

const Proven = ({ verification }: { verification: Verification }) => {
  const { signer, verifiedTimes, gaps } = verification;
  const open = gaps && gaps.length > 0 ? gaps : undefined;
  const time = verifiedTimes?.[0];
  return (
    <>
      {open ? 'The signature holds' : <strong>Proven</strong>} under{' '}
      <bdi>{trustWords(verification.trust)}</bdi>
      {signer && (
        <>
          , by <bdi>{signerLabel(signer)}</bdi>
        </>
      )}
      {time && (
        <>
          , <RelativeTime at={time} />
        </>
      )}
      {open && (
        <>
          ; <bdi>{gapWords(open)}</bdi>
        </>
      )}
    </>
  );
};

/**
 * What came out under one trust root, key, keyring or store, in words. A proof with gaps is not called one.
 *
 * @internal
 */
export const VerificationLine = ({
  verification,
}: {
  verification: Verification;
}) => {
  const { outcome, code, message } = verification;
  if (outcome === 'proven') {
    return (
      <li>
        <Proven verification={verification} />
      </li>
    );
  }
  return (
    <li>
      <strong>Failed</strong> under <bdi>{trustWords(verification.trust)}</bdi>
      {code && `: ${reasonTitle(code)}`}
      {message && (
        <>
          {' ('}
          <bdi>{message}</bdi>)
        </>
      )}
    </li>
  );
};
