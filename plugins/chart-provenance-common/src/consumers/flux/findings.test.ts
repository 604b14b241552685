import {
  ACME_LEGACY,
  ACME_OCI,
  DIGEST,
  flux,
  ociRepository,
  templated,
} from '../testing/objects';
import { readAll, readOne, rulesOf } from '../testing/read';

describe('findings on Flux objects', () => {
  const keyless = (...matchOIDCIdentity: object[]) => ({
    verify: { provider: 'cosign', matchOIDCIdentity },
  });
  const anchored = {
    issuer: '^https://gitlab\\.com$',
    subject: '^https://gitlab\\.com/acme//x$',
  };

  it.each<[string, unknown[], string[]]>([
    [
      'keyless for anybody',
      [ociRepository({ ref: { digest: DIGEST }, ...keyless() })],
      ['flux-verify-anyone'],
    ],
    [
      'keyless in a HelmRelease, which cannot say whom',
      [
        ACME_OCI,
        templated({ version: '1.8.2', verify: { provider: 'cosign' } }),
      ],
      ['flux-verify-anyone'],
    ],
    [
      'one anchored identity',
      [ociRepository({ ref: { digest: DIGEST }, ...keyless(anchored) })],
      [],
    ],
    [
      'two identities',
      [
        ociRepository({
          ref: { digest: DIGEST },
          ...keyless(anchored, anchored),
        }),
      ],
      ['flux-verify-several-identities'],
    ],
    [
      'an identity that is not anchored',
      [
        ociRepository({
          ref: { digest: DIGEST },
          ...keyless({ ...anchored, subject: 'https://gitlab.com/acme' }),
        }),
      ],
      ['flux-verify-unanchored'],
    ],
    [
      'no layerSelector',
      [ociRepository({ ref: { digest: DIGEST }, layerSelector: undefined })],
      ['oci-repository-without-layer-selector'],
    ],
    [
      'a tag in the URL',
      [
        ociRepository({
          url: 'oci://ghcr.io/acme/payments:1',
          ref: { digest: DIGEST },
        }),
      ],
      ['reference-in-url'],
    ],
    [
      'what is no digest',
      [ociRepository({ ref: { digest: '1.8.2' } })],
      ['digest-malformed'],
    ],
    ['a moving tag', [ociRepository({ ref: { tag: 'stable' } })], ['unpinned']],
    [
      'a digest as a tag',
      [ociRepository({ ref: { tag: DIGEST } })],
      ['digest-as-version'],
    ],
    [
      'an OCIRepository under sourceRef',
      [
        templated({
          version: '1.8.2',
          sourceRef: { kind: 'OCIRepository', name: 'x' },
        }),
      ],
      ['oci-repository-under-sourceref'],
    ],
    [
      'an oci:// URL without type: oci',
      [
        { ...ACME_OCI, spec: { url: 'oci://ghcr.io/acme/charts' } },
        templated({ version: '1.8.2' }),
      ],
      ['helm-repository-type'],
    ],
    [
      'verification of a legacy repository',
      [
        ACME_LEGACY,
        templated({
          version: '1.8.2',
          verify: { provider: 'cosign', secretRef: { name: 'k' } },
          sourceRef: {
            kind: 'HelmRepository',
            name: 'acme-legacy',
            namespace: 'flux-system',
          },
        }),
      ],
      ['flux-verify-without-oci'],
    ],
    [
      'both chart and chartRef, for another cluster',
      [
        ociRepository({ ref: { digest: DIGEST } }),
        flux('HelmRelease', {
          chart: {},
          chartRef: { kind: 'OCIRepository', name: 'payments' },
          kubeConfig: { secretRef: { name: 'prod' } },
        }),
      ],
      ['chart-and-chartref', 'flux-remote-cluster'],
    ],
  ])('%s', (_, manifests, rules) => {
    expect(rulesOf(readOne(...manifests))).toEqual(rules);
  });

  it('does not read some of many identities: one left out could let everybody in', () => {
    const many = Array.from({ length: 101 }, () => anchored);
    expect(readAll(ociRepository(keyless(...many)))).toMatchObject({
      consumers: [],
      problems: [{ message: expect.stringContaining('more than 100') }],
    });
  });

  it('tells of another trust root', () => {
    const { verify } = keyless(anchored);
    expect(
      readOne(
        ociRepository({
          verify: { ...verify, trustedRootSecretRef: { name: 'acme-root' } },
        }),
      ).gate,
    ).toMatchObject({ trustedRoot: 'acme-root', identities: [anchored] });
  });
});
