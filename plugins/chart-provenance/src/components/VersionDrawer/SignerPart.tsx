import {
  Signer,
  VersionDetail,
} from 'backstage-plugin-chart-provenance-common';
import { shortDigest } from '../../format/shortDigest';
import { sourceLinks } from '../../format/sourceLinks';
import { CopyButton, RelativeTime, SafeLink } from '../atoms';
import { DrawerPart } from './DrawerPart';
import { FactList } from './FactList';

const KeylessFacts = ({
  signer,
  timesFact,
}: {
  signer: Extract<Signer, { kind: 'keyless' }>;
  timesFact: [string, JSX.Element | null];
}) => {
  const links = sourceLinks(signer);
  const { sourceRepository, sourceDigest, sourceRef, runInvocation } = signer;
  return (
    <FactList
      facts={[
        ['Identity', <bdi>{signer.subject}</bdi>],
        ['Issuer', <bdi>{signer.issuer}</bdi>],
        [
          'Source',
          sourceRepository && (
            <SafeLink href={links.commit ?? links.repository}>
              <bdi>
                {sourceRepository}
                {sourceDigest && ` @ ${sourceDigest.slice(0, 12)}`}
              </bdi>
            </SafeLink>
          ),
        ],
        ['Git ref', sourceRef && <bdi>{sourceRef}</bdi>],
        ['Workflow', signer.buildSigner && <bdi>{signer.buildSigner}</bdi>],
        [
          'Workflow run',
          runInvocation && (
            <SafeLink href={links.run}>
              <bdi>{runInvocation}</bdi>
            </SafeLink>
          ),
        ],
        ['Trigger', signer.trigger && <bdi>{signer.trigger}</bdi>],
        ['Trust root', signer.root],
        timesFact,
      ]}
    />
  );
};

const Fingerprint = ({ hex }: { hex: string }) => (
  <>
    <code title={hex}>{shortDigest(`sha256:${hex}`)}</code>
    <CopyButton text={hex} label={`fingerprint ${hex}`} />
  </>
);

/** Without times: a provenance file proves none. */
const PgpFacts = ({ signer }: { signer: Extract<Signer, { kind: 'pgp' }> }) => (
  <FactList
    facts={[
      ['Signed', 'the chart archive, by a Helm provenance file'],
      ['Keyring', <bdi>{signer.keyring}</bdi>],
      ['Fingerprint', <Fingerprint hex={signer.fingerprint} />],
      ['Subkey', signer.subkey && <Fingerprint hex={signer.subkey} />],
      ['Calls itself', signer.userId && <bdi>{signer.userId}</bdi>],
    ]}
  />
);

const SignerFacts = ({
  signer,
  times,
}: {
  signer: Signer;
  times: string[];
}) => {
  const timesFact: [string, JSX.Element | null] = [
    'Proven times',
    times.length > 0 ? (
      <>
        {times.map(time => (
          <div key={time}>
            <RelativeTime at={time} />
          </div>
        ))}
      </>
    ) : null,
  ];
  switch (signer.kind) {
    case 'key':
      return (
        <FactList
          facts={[
            ['Key', <bdi>{signer.key}</bdi>],
            ['Fingerprint', <Fingerprint hex={signer.fingerprint} />],
            timesFact,
          ]}
        />
      );
    case 'pgp':
      return <PgpFacts signer={signer} />;
    default:
      return <KeylessFacts signer={signer} timesFact={timesFact} />;
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
  <DrawerPart title="Signer">
    {verdict.signer ? (
      <SignerFacts
        signer={verdict.signer}
        times={verifiedTimes(verdict.signer, evidence)}
      />
    ) : (
      'Nobody is proven to have signed this version.'
    )}
  </DrawerPart>
);

/** Times that a log or a timestamp authority proves for this very signer. */
function verifiedTimes(
  signer: Signer,
  evidence: VersionDetail['evidence'],
): string[] {
  const times = evidence
    .flatMap(row => row.verifications)
    .filter(
      ({ outcome, signer: proven }) =>
        outcome === 'proven' &&
        proven !== undefined &&
        nameOf(proven) === nameOf(signer),
    )
    .flatMap(verification => verification.verifiedTimes ?? []);
  return [...new Set(times)].sort();
}

function nameOf(signer: Signer): string {
  switch (signer.kind) {
    case 'key':
      return JSON.stringify([signer.key, signer.fingerprint]);
    case 'pgp':
      return JSON.stringify([signer.keyring, signer.fingerprint]);
    default:
      return JSON.stringify([signer.root, signer.issuer, signer.subject]);
  }
}
