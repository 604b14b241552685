/** @see https://helm.sh/docs/topics/registries/#helm-chart-manifest */
export const HELM_CONFIG = 'application/vnd.cncf.helm.config.v1+json';
export const HELM_CHART_LAYERS: ReadonlySet<string> = new Set([
  'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  // Helm before 3.7
  'application/tar+gzip',
]);
export const HELM_PROVENANCE_LAYER =
  'application/vnd.cncf.helm.chart.provenance.v1.prov';

export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const INDEXES: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]);

/** Both spellings that Sigstore used: `…bundle.v0.3+json` and `…bundle+json;version=0.1`. */
export const SIGSTORE_BUNDLE =
  /^application\/vnd\.dev\.sigstore\.bundle(\.v\d+\.\d+)?\+json(;version=\d+\.\d+)?$/;

export const COSIGN_SIMPLE_SIGNING =
  'application/vnd.dev.cosign.simplesigning.v1+json';
export const COSIGN_ARTIFACT = /^application\/vnd\.dev\.cosign\.artifact\./;
export const COSIGN_SBOM_ARTIFACT =
  /^application\/vnd\.dev\.cosign\.artifact\.sbom\./;
export const DSSE_ENVELOPE = 'application/vnd.dsse.envelope.v1+json';
export const NOTATION_SIGNATURE = 'application/vnd.cncf.notary.signature';
/** Attached SBOMs, unsigned: `application/spdx+json`, `text/spdx`, `application/vnd.cyclonedx+json`, … */
export const SBOM = /^(application|text)\/(vnd\.)?(spdx|cyclonedx|syft)\b/;
