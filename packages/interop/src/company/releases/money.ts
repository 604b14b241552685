import { rejected, VERIFIED, type Release } from '../release.ts';
import { releaseWorkflow, type Signer } from '../signers.ts';

export function payments(): Release[] {
  const chart = 'payments';
  const released = (version: string, at: string) => ({
    ...{ chart, version, at, expected: VERIFIED },
    signer: releaseWorkflow('acme/payments', version),
  });
  return [
    {
      ...released('1.7.0', '2026-06-16T08:41:07Z'),
      appVersion: '2026.6.1',
      story: 'Signed by the release workflow.',
    },
    {
      ...released('1.6.3+hotfix.1', '2026-07-02T19:05:44Z'),
      appVersion: '2026.5.4',
      story:
        'A fix for an older line, with build metadata: its tag is `1.6.3_hotfix.1`.',
    },
    {
      ...released('1.7.1', '2026-07-21T12:22:31Z'),
      appVersion: '2026.7.2',
      story: 'Signed by the release workflow.',
    },
    {
      ...released('1.8.0', '2026-09-08T09:15:02Z'),
      appVersion: '2026.9.0',
      attest: ['spdxjson'],
      story: 'Signed, with an SPDX bill of materials.',
    },
    {
      ...released('1.8.1', '2026-10-01T22:48:53Z'),
      appVersion: '2026.9.3',
      signer: {
        kind: 'workflow',
        repository: 'acme/tools',
        ref: 'refs/heads/main',
        jobWorkflow: 'acme/tools/.github/workflows/hotfix.yml@refs/heads/main',
        trigger: 'workflow_dispatch',
      },
      story:
        'Pushed at night from the tools repository: a good signature by a workflow that may not release payments.',
      expected: rejected('wrong-identity'),
    },
    {
      ...released('1.8.2', '2026-10-13T07:58:20Z'),
      appVersion: '2026.10.3',
      attest: ['cyclonedx', 'slsaprovenance1'],
      story:
        'Signed, with a CycloneDX bill of materials and SLSA provenance by the same workflow.',
    },
    {
      ...released('1.9.0-rc.1', '2026-11-17T15:30:11Z'),
      appVersion: '2026.11.1-rc.1',
      story: 'A prerelease, signed like any other version.',
    },
  ];
}

export function ledger(): Release[] {
  const signedBy = (version: string, at: string, key: string) => ({
    ...{ chart: 'ledger', version, at, expected: VERIFIED },
    signer: { kind: 'key', key } satisfies Signer,
    story: "Signed with the team's key.",
  });
  return [
    signedBy('3.0.0', '2026-07-14T10:03:40Z', 'ledger'),
    signedBy('3.1.0', '2026-09-02T13:44:19Z', 'ledger'),
    {
      ...signedBy('3.1.1', '2026-10-09T16:20:55Z', 'contractor'),
      story: 'A good signature with a key that nobody at Acme trusts.',
      expected: rejected('untrusted-key'),
    },
    signedBy('3.2.0', '2026-10-28T09:37:12Z', 'ledger'),
  ];
}
