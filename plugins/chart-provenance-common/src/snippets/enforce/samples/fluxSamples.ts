import { keySecretName, rootSecretName } from '../cel';
import type { Signer } from '../facts';
import { CHART_LAYER, RuleFacts } from '../rules';
import type { YamlValue } from '../yaml';
import { OTHER_URL, Sample, SAMPLE_DIGEST, SAMPLE_NAMESPACE } from './Sample';

type Members = { [key: string]: YamlValue | undefined };

/** What Flux is told of a signer that the policy names. */
export function verifyOf(signer: Signer, chart: string): Members {
  return signer.kind === 'key'
    ? { provider: 'cosign', secretRef: { name: keySecretName(chart) } }
    : {
        provider: 'cosign',
        matchOIDCIdentity: [
          { issuer: signer.identity.issuer, subject: signer.identity.subject },
        ],
        ...(signer.root.type === 'publicGood'
          ? {}
          : { trustedRootSecretRef: { name: rootSecretName(chart) } }),
      };
}

/** Sources and releases that must pass, and some that must not. */
export function fluxSamples(facts: RuleFacts): Sample[] {
  const { url, name: chart } = facts.place;
  const good = goodSource(facts);
  const source = (name: string, shows: string, change?: Members): Sample => ({
    ...{ part: 'flux', kind: 'OCIRepository', name, shows },
    passes: change === undefined,
    object: ociRepository(name, { ...good, ...change }),
  });
  return [
    source(chartName('pinned'), 'pinned and verified'),
    {
      ...source('other', 'another chart: not this policy’s business'),
      passes: true,
      object: ociRepository('other', { interval: '10m', url: OTHER_URL }),
    },
    source('by-tag', 'a tag in place of a digest', { ref: { tag: 'stable' } }),
    source('by-nothing', 'no reference: Flux takes latest', { ref: undefined }),
    source('by-range', 'a range beside the digest', {
      ref: { semver: '>=0.0.0', digest: SAMPLE_DIGEST },
    }),
    source('unverified', 'verified by nobody', { verify: undefined }),
    source('by-anybody', 'any identity of the public Sigstore', {
      verify: { provider: 'cosign' },
    }),
    source('any-layer', 'no layerSelector', { layerSelector: undefined }),
    source('dotted-host', 'the same host with a dot behind it', {
      url: url.replace(/^(oci:\/\/[^/:]*)/, '$1.'),
    }),
    source('double-slash', 'the same place with a slash too many', {
      url: url.replace(/\/([^/]*)$/, '//$1'),
    }),
    ...releases(chart),
  ];
}

export function chartName(what: string): string {
  return `this-chart-${what}`;
}

export function goodSource({ place, asked }: RuleFacts): Members {
  return {
    interval: '10m',
    url: place.url,
    ref: { digest: SAMPLE_DIGEST },
    layerSelector: { mediaType: CHART_LAYER, operation: 'copy' },
    verify: verifyOf(asked[0].signers[0], place.name),
  };
}

export function ociRepository(name: string, spec: Members): YamlValue {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'OCIRepository',
    metadata: { name, namespace: SAMPLE_NAMESPACE },
    spec,
  };
}

function releases(chart: string): Sample[] {
  const release = (
    name: string,
    shows: string,
    passes: boolean,
    spec: Members,
  ): Sample => ({
    ...{ part: 'flux', kind: 'HelmRelease', name, shows, passes },
    object: {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: { name, namespace: SAMPLE_NAMESPACE },
      spec: { interval: '10m', ...spec },
    },
  });
  const repository = { kind: 'HelmRepository', name: 'charts' };
  return [
    release('by-source', 'released from the source above', true, {
      chartRef: { kind: 'OCIRepository', name: chartName('pinned') },
    }),
    release('by-repository', 'released from a HelmRepository', false, {
      chart: { spec: { chart, version: '1.x', sourceRef: repository } },
    }),
    {
      ...{ part: 'flux', kind: 'HelmChart', name: 'chart-by-repository' },
      ...{ shows: 'fetched from a HelmRepository', passes: false },
      object: {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'HelmChart',
        metadata: { name: 'chart-by-repository', namespace: SAMPLE_NAMESPACE },
        spec: { interval: '10m', chart, sourceRef: repository },
      },
    },
  ];
}
