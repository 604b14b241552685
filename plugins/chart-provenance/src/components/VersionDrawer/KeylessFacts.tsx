import { Signer } from 'backstage-plugin-chart-provenance-common';
import { ReactNode } from 'react';
import { safeHttpsHref } from '../../format/safeHref';
import { sourceLinks } from '../../format/sourceLinks';
import { SafeLink } from '../atoms';
import { Fact, FactList } from './FactList';

type Keyless = Extract<Signer, { kind: 'keyless' }>;

const Linked = ({
  href,
  children,
}: {
  href: string | undefined;
  children: ReactNode;
}) => (
  <SafeLink href={href}>
    <bdi>{children}</bdi>
  </SafeLink>
);

const text = (value: string | undefined) => value && <bdi>{value}</bdi>;

/**
 * What the certificate of a keyless signer says, as its authority has checked it. `proven` follows: times and log entries.
 *
 * @internal
 */
export const KeylessFacts = ({
  signer,
  proven,
}: {
  signer: Keyless;
  proven: Fact[];
}) => {
  const links = sourceLinks(signer);
  const { sourceRepository, sourceDigest, sourceOwner, runInvocation } = signer;
  return (
    <FactList
      facts={[
        ['Identity', <bdi>{signer.subject}</bdi>],
        ['Issuer', <bdi>{signer.issuer}</bdi>],
        [
          'Source',
          sourceRepository && (
            <Linked href={links.commit ?? links.repository}>
              {sourceRepository}
              {sourceDigest && ` @ ${sourceDigest.slice(0, 12)}`}
            </Linked>
          ),
        ],
        ['Repository id', text(signer.sourceRepositoryId)],
        [
          'Owner',
          sourceOwner && (
            <Linked href={safeHttpsHref(sourceOwner)}>{sourceOwner}</Linked>
          ),
        ],
        ['Owner id', text(signer.sourceOwnerId)],
        ['Visibility', text(signer.sourceVisibility)],
        ['Git ref', text(signer.sourceRef)],
        [
          'Workflow',
          // Of most workflows, it is the identity itself.
          signer.buildSigner !== signer.subject && text(signer.buildSigner),
        ],
        [
          'Build configuration',
          // Of a workflow that is not called by another, it is the workflow itself.
          signer.buildConfig !== signer.buildSigner && text(signer.buildConfig),
        ],
        [
          'Workflow run',
          runInvocation && <Linked href={links.run}>{runInvocation}</Linked>,
        ],
        ['Trigger', text(signer.trigger)],
        ['Runner', text(signer.runnerEnvironment)],
        ['Trust root', text(signer.root)],
        ...proven,
      ]}
    />
  );
};
