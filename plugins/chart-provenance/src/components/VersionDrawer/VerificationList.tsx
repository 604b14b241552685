import { Verification } from 'backstage-plugin-chart-provenance-common';
import { Fragment } from 'react';
import { trustWords } from '../../format/trustWords';
import { useListStyles } from './useListStyles';
import { VerificationLine } from './VerificationLine';

/**
 * What came out under each trust root, key, keyring and store: what is proven first, then what failed. Those under which it was not
 * made have nothing to say of it and stand together in one line, for there may be many.
 *
 * @internal
 */
export const VerificationList = ({
  verifications,
}: {
  verifications: Verification[];
}) => {
  const classes = useListStyles();
  const telling = verifications.filter(({ code }) => !foreign(code));
  const others = verifications.filter(({ code }) => foreign(code));
  const proven = telling.filter(({ outcome }) => outcome === 'proven');
  const failed = telling.filter(({ outcome }) => outcome !== 'proven');
  return (
    <>
      {[...proven, ...failed].map(verification => (
        <VerificationLine
          key={verification.trust}
          verification={verification}
        />
      ))}
      {others.length > 0 && (
        <li className={telling.length > 0 ? classes.quiet : undefined}>
          Not made under{' '}
          {others.map(({ trust }, index) => (
            <Fragment key={trust}>
              {index > 0 && ', '}
              <bdi>{trustWords(trust)}</bdi>
            </Fragment>
          ))}
        </li>
      )}
    </>
  );
};

/** Other people's trust material has nothing to say about it: no failure. */
function foreign(code: Verification['code']): boolean {
  return code === 'untrusted-root' || code === 'untrusted-key';
}
