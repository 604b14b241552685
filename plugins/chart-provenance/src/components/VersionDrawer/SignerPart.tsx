import {
  Signer,
  VersionDetail,
} from 'backstage-plugin-chart-provenance-common';
import { gapWords } from '../../format/gapWords';
import { RelativeTime } from '../atoms';
import { DrawerPart } from './DrawerPart';
import { Fact, FactList } from './FactList';
import { Fingerprint } from './Fingerprint';
import { KeylessFacts } from './KeylessFacts';
import { SignerProofs, signerProofs } from './signerProofs';

/** Without times: a provenance file proves none. */
const pgpFacts = (signer: Extract<Signer, { kind: 'pgp' }>): Fact[] => [
  ['Signed', 'the chart archive, by a Helm provenance file'],
  ['Keyring', <bdi>{signer.keyring}</bdi>],
  ['Fingerprint', <Fingerprint hex={signer.fingerprint} />],
  ['Subkey', signer.subkey && <Fingerprint hex={signer.subkey} />],
  ['Calls itself', signer.userId && <bdi>{signer.userId}</bdi>],
];

const x509Facts = (signer: Extract<Signer, { kind: 'x509' }>): Fact[] => [
  ['Signed', 'the manifest, by a Notation signature'],
  ['Certificate', <bdi>{signer.subject}</bdi>],
  ['Fingerprint', <Fingerprint hex={signer.fingerprint} />],
  ['Certificate store', <bdi>{signer.store}</bdi>],
];

const keyFacts = (signer: Extract<Signer, { kind: 'key' }>): Fact[] => [
  ['Key', <bdi>{signer.key}</bdi>],
  ['Fingerprint', <Fingerprint hex={signer.fingerprint} />],
];

/** Log entries are not linked: only one log has a page, and a certificate does not say which log it is. */
const provenFacts = ({ times, logEntries, gaps }: SignerProofs): Fact[] => [
  [
    'Proven times',
    times.length > 0 &&
      oneAMinute(times).map(time => (
        <div key={time}>
          <RelativeTime at={time} />
        </div>
      )),
  ],
  [
    'Log entries',
    logEntries.length > 0 &&
      logEntries.map(leaf => (
        <div key={leaf}>
          leaf hash <Fingerprint hex={leaf} what="leaf hash" />
        </div>
      )),
  ],
  ['Left open', gaps.length > 0 && <bdi>{gapWords(gaps)}</bdi>],
];

const SignerFacts = ({
  signer,
  proven,
}: {
  signer: Signer;
  proven: Fact[];
}) => {
  switch (signer.kind) {
    case 'key':
      return <FactList facts={[...keyFacts(signer), ...proven]} />;
    case 'pgp':
      return <FactList facts={pgpFacts(signer)} />;
    case 'x509':
      return <FactList facts={[...x509Facts(signer), ...proven]} />;
    default:
      return <KeylessFacts signer={signer} proven={proven} />;
  }
};

/**
 * Who signed, as the certificate or key proves it.
 *
 * @internal
 */
export const SignerPart = ({
  verdict,
  evidence,
}: Pick<VersionDetail, 'verdict' | 'evidence'>) => (
  <DrawerPart id="signer" title="Signer">
    {verdict.signer ? (
      <SignerFacts
        signer={verdict.signer}
        proven={provenFacts(signerProofs(verdict.signer, evidence))}
      />
    ) : (
      'Nobody is proven to have signed this version.'
    )}
  </DrawerPart>
);

/** Several signatures of one run differ by seconds, which nobody reads. */
function oneAMinute(times: string[]): string[] {
  return times.filter(
    (time, index) => time.slice(0, 16) !== times[index - 1]?.slice(0, 16),
  );
}
