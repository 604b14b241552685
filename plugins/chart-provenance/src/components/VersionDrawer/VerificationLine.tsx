import {
  signerLabel,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import { reasonTitle } from '../../format/reasonWords';
import { RelativeTime } from '../atoms';

/**
 * What came out under one trust root or key, in words.
 *
 * @internal
 */
export const VerificationLine = ({
  verification,
}: {
  verification: Verification;
}) => {
  const { outcome, signer, code, message, verifiedTimes } = verification;
  const trust = trustWords(verification.trust);
  if (outcome === 'proven') {
    const time = verifiedTimes?.[0];
    return (
      <li>
        <strong>Proven</strong> under {trust}
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
      </li>
    );
  }
  return (
    <li>
      {foreign(code) ? (
        `Not made under ${trust}`
      ) : (
        <>
          <strong>Failed</strong> under {trust}
          {code && `: ${reasonTitle(code)}`}
          {message && (
            <>
              {' ('}
              <bdi>{message}</bdi>)
            </>
          )}
        </>
      )}
    </li>
  );
};

/** Other people's trust material has nothing to say about it: no failure. */
function foreign(code: Verification['code']): boolean {
  return code === 'untrusted-root' || code === 'untrusted-key';
}

function trustWords(trust: string): string {
  const [kind, ...id] = trust.split(':');
  const noun = kind === 'key' || kind === 'keyring' ? kind : 'trust root';
  return id.length > 0 ? `${noun} ${id.join(':')}` : trust;
}
