import { DIGEST, object, PLACE, type Evasion } from './Evasion.ts';

const SOURCE = 'source.toolkit.fluxcd.io/v1';
const LAYER = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';

/** What Flux is told of the signer, as the policy has it. */
export interface GoodVerify {
  provider: string;
  matchOIDCIdentity: { issuer: string; subject: string }[];
}

interface Spec {
  [member: string]: unknown;
}

/** Ways of writing the same place. */
const URLS: Record<string, string> = {
  'a slash at the end': `oci://${PLACE}/`,
  'upper case in the host': 'oci://GHCR.io/acme/charts/payments',
  'upper case in the path': 'oci://ghcr.io/Acme/charts/payments',
  'the port written out': 'oci://ghcr.io:443/acme/charts/payments',
  'the port with a zero': 'oci://ghcr.io:0443/acme/charts/payments',
  'an empty port': 'oci://ghcr.io:/acme/charts/payments',
  'a dot behind the host': 'oci://ghcr.io./acme/charts/payments',
  'a dot and a port': 'oci://ghcr.io.:443/acme/charts/payments',
  'a tag in the url': `oci://${PLACE}:1.0.0`,
  'a digest in the url': `oci://${PLACE}@${DIGEST}`,
  'two slashes': 'oci://ghcr.io/acme//charts/payments',
  'a dot segment': 'oci://ghcr.io/acme/./charts/payments',
  'a double-dot segment': 'oci://ghcr.io/acme/charts/x/../payments',
  'an encoded letter': 'oci://ghcr.io/acme/charts/pay%6dents',
  'wide letters in the host': 'oci://ｇhcr.io/acme/charts/payments',
  'http in place of oci': `http://${PLACE}`,
  'https in place of oci': `https://${PLACE}`,
  'no scheme': PLACE,
  'white space before it': ` oci://${PLACE}`,
  'the scheme in upper case': `OCI://${PLACE}`,
  'three slashes': `oci:///${PLACE}`,
};

/** What is written of the version. */
const REFS: Record<string, Spec | undefined> = {
  'no ref at all': undefined,
  'an empty ref': {},
  'a tag': { tag: '1.0.0' },
  'a range': { semver: '>=1.0.0' },
  'a range beside the digest': { semver: '>=1.0.0', digest: DIGEST },
  'an empty digest': { digest: '' },
  'a digest that is too short': { digest: DIGEST.slice(0, -1) },
  'a digest that is too long': { digest: `${DIGEST}0` },
  'a digest in upper case': { digest: DIGEST.toUpperCase() },
  'another algorithm': { digest: `sha512:${'1f'.repeat(64)}` },
  'a digest with a line behind it': { digest: `${DIGEST}\n` },
};

/** Sources of Flux that would get around it. */
export function sourceEvasions(good: GoodVerify): Evasion[] {
  const spec = {
    ...{ interval: '10m', url: `oci://${PLACE}`, ref: { digest: DIGEST } },
    layerSelector: { mediaType: LAYER, operation: 'copy' },
    verify: good,
  };
  const source = (
    title: string,
    change: Spec,
    place: { namespace?: string; apiVersion?: string } = {},
  ): Evasion => ({
    ...{ title: `OCIRepository: ${title}`, by: 'flux' },
    object: object(
      place.apiVersion ?? SOURCE,
      'OCIRepository',
      place.namespace ?? 'shop',
      { spec: { ...spec, ...change } },
    ),
  });
  const layer = (change: Spec) => ({
    layerSelector: { ...spec.layerSelector, ...change },
  });
  return [
    ...Object.entries(URLS).map(([title, url]) => source(title, { url })),
    ...Object.entries(REFS).map(([title, ref]) => source(title, { ref })),
    source('no layerSelector', { layerSelector: undefined }),
    source('layers unpacked', layer({ operation: 'extract' })),
    source('another layer', layer({ mediaType: 'application/x-other' })),
    ...verifyEvasions(good).map(([title, verify]) => source(title, { verify })),
    source(
      'in flux-system',
      { verify: undefined },
      { namespace: 'flux-system' },
    ),
    source(
      'of an older version',
      { verify: undefined },
      { apiVersion: 'source.toolkit.fluxcd.io/v1beta2' },
    ),
    {
      ...source('in kube-system', { verify: undefined }),
      ...{ by: 'told', words: /kube-system/ },
    },
    {
      ...source('of a mirror', { url: 'oci://mirror.example/payments' }),
      ...{ by: 'told', words: /mirror/ },
    },
  ];
}

function verifyEvasions(good: GoodVerify): [string, Spec | undefined][] {
  const [identity] = good.matchOIDCIdentity;
  const by = (...matchOIDCIdentity: unknown[]) => ({
    ...good,
    matchOIDCIdentity,
  });
  const secretRef = { name: 'mine' };
  return [
    ['not verified', undefined],
    ['verified by Notation', { provider: 'notation', secretRef }],
    ['any identity', { provider: 'cosign' }],
    ['no identity in the list', by()],
    ['a second identity', by(identity, { issuer: '.*', subject: '.*' })],
    ['the same identity twice', by(identity, identity)],
    ['no anchors', by({ ...identity, subject: identity.subject.slice(1, -1) })],
    [
      'an open end',
      by({ ...identity, subject: `${identity.subject.slice(0, -1)}.*$` }),
    ],
    ['any issuer', by({ ...identity, issuer: '.*' })],
    ['a key of one’s own', { provider: 'cosign', secretRef }],
    ['a key beside the identity', { ...good, secretRef }],
    ['a root of one’s own', { ...good, trustedRootSecretRef: secretRef }],
    ['no provider', { secretRef }],
  ];
}
