import { rejected, VERIFIED, type Release } from '../release.ts';
import { commitOf, releaseWorkflow, type Signer } from '../signers.ts';

export function storefront(): Release[] {
  return [
    {
      chart: 'storefront',
      version: '5.3.0',
      at: '2026-09-24T11:10:26Z',
      signer: releaseWorkflow('acme/storefront', '5.3.0'),
      story: 'Signed by the release workflow.',
      expected: VERIFIED,
    },
    {
      chart: 'storefront',
      version: '5.4.0',
      at: '2026-11-12T17:52:03Z',
      signer: { kind: 'person', email: 'dev@acme.example' },
      story:
        'Signed by a person from a laptop, through an issuer of people and not of workflows.',
      expected: rejected('wrong-issuer'),
    },
  ];
}

export function search(): Release[] {
  const calledBy = (repository: string, ref: string): Signer => ({
    kind: 'workflow',
    repository,
    ref,
    jobWorkflow:
      'acme/release-workflows/.github/workflows/chart.yml@refs/heads/main',
    trigger: 'push',
  });
  return [
    {
      chart: 'search',
      version: '0.11.0',
      at: '2026-08-19T14:26:48Z',
      signer: calledBy('acme/search', 'refs/tags/v0.11.0'),
      story: 'Signed by the shared workflow, called from the right repository.',
      expected: VERIFIED,
    },
    {
      chart: 'search',
      version: '0.12.0',
      at: '2026-11-05T10:08:37Z',
      signer: calledBy('acme/tools', 'refs/heads/main'),
      story:
        'Signed by the same shared workflow, called from another repository: the identity is right and the source is not.',
      expected: rejected('wrong-source'),
    },
  ];
}

export function checkout(): Release[] {
  const released = (version: string, at: string): Release => ({
    ...{ chart: 'checkout', version, at, expected: VERIFIED },
    signer: releaseWorkflow('acme/checkout', version),
    story: 'Signed by the release workflow.',
  });
  return [
    released('4.1.0', '2026-08-11T10:54:21Z'),
    released('4.2.0', '2026-10-06T09:02:58Z'),
    released('4.2.1', '2026-11-03T13:40:16Z'),
    {
      ...released('4.2.0', '2026-11-18T18:25:39Z'),
      signer: {
        ...releaseWorkflow('acme/checkout', '4.2.0'),
        commit: commitOf('acme/checkout@refs/tags/v4.2.0, moved'),
      },
      rebuild: true,
      story:
        'A second build of 4.2.0 from a moved git tag, signed as well. No tag points at it until `moves.json` is applied.',
    },
  ];
}

export function inventory(): Release[] {
  const unsigned = (version: string, at: string): Release => ({
    ...{ chart: 'inventory', version, at, story: 'Never signed.' },
    expected: { verdict: 'unsigned', reason: null },
  });
  return [
    unsigned('1.0.0', '2026-05-28T12:00:33Z'),
    unsigned('1.1.0', '2026-09-30T15:17:08Z'),
  ];
}
