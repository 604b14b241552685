import { rejected, VERIFIED, type Release } from '../release.ts';
import { releaseWorkflow } from '../signers.ts';

export function notifications(): Release[] {
  const released = (version: string, at: string) => ({
    ...{ chart: 'notifications', version, at, expected: VERIFIED },
    signer: releaseWorkflow('acme/notifications', version),
  });
  return [
    {
      ...released('2.3.0', '2026-08-27T09:49:15Z'),
      story: 'Signed by the release workflow.',
    },
    {
      ...released('2.3.1', '2026-10-20T13:31:29Z'),
      accident: 'replaced',
      story:
        'Replaced two days after signing: another chart under the same tag, with the old bundle hung onto it. The bundle is genuine and speaks of another digest.',
      expected: rejected('digest-mismatch'),
    },
    {
      ...released('2.3.2', '2026-11-10T08:14:50Z'),
      accident: 'signature-altered',
      story: 'The signature in the bundle was altered after signing.',
      expected: rejected('bad-signature'),
    },
  ];
}

export function edge(): Release[] {
  const released = (chart: string, version: string, at: string): Release => ({
    ...{ chart, version, at, expected: VERIFIED },
    signer: releaseWorkflow('acme/edge', version),
    story: 'Signed by the release workflow of the repository of both charts.',
  });
  return [
    released('edge-cache', '0.9.1', '2026-08-25T08:30:05Z'),
    released('edge-gateway', '1.4.0', '2026-09-15T11:45:52Z'),
    released('edge-cache', '0.9.2', '2026-10-30T14:12:34Z'),
    {
      ...released('edge-gateway', '1.5.0', '2026-11-09T09:55:47Z'),
      provenanceFile: true,
      story:
        "Signed by the release workflow, and with a Helm provenance file by the team's PGP key.",
    },
  ];
}

export function loyalty(): Release[] {
  const released = (version: string, at: string): Release => ({
    ...{ chart: 'loyalty', version, at },
    signer: releaseWorkflow('acme/loyalty', version),
    story:
      'Signed by its release workflow, and nobody has said who may sign it.',
    expected: { verdict: 'indeterminate', reason: 'no-policy' },
  });
  return [
    released('0.3.0', '2026-10-15T16:06:13Z'),
    released('0.3.1', '2026-11-19T10:33:42Z'),
  ];
}
