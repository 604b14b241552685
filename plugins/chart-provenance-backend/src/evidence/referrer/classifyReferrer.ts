import { Descriptor } from 'chart-provenance-oras';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { Manifest } from '../manifestSchema';
import {
  COSIGN_ARTIFACT,
  COSIGN_SIMPLE_SIGNING,
  DSSE_ENVELOPE,
  NOTATION_SIGNATURE,
  SBOM,
  SIGSTORE_BUNDLE,
} from '../mediaTypes';

/**
 * A referrer's manifest, decoded. `bundle` is the layer whose bytes say the rest; see `decodeBundle`.
 *
 * @internal
 */
export interface DecodedReferrer {
  evidence: Evidence;
  bundle?: Descriptor;
}

interface Base {
  digest: string;
  subject: string;
}

/**
 * Tells formats apart by the media types of layers and config, never by annotations or by what a listing calls the
 * artifact: cosign writes `application/vnd.oci.empty.v1+json` there (2.6.x and 3.0.0 to 3.0.6).
 */
export function classifyReferrer(
  manifest: Manifest,
  base: Base,
): DecodedReferrer {
  const bundles = manifest.layers.filter(layer =>
    SIGSTORE_BUNDLE.test(layer.mediaType),
  );
  if (bundles.length === 0) {
    return { evidence: otherFormat(manifest, base) };
  }
  const [bundle] = bundles;
  const evidence: Evidence = {
    ...base,
    kind: 'unknown',
    format: 'sigstore-bundle-other',
    mediaType: bundle.mediaType,
    artifactType: manifest.artifactType,
    layer: { digest: bundle.digest, size: bundle.size },
  };
  if (bundles.length > 1) {
    return {
      evidence: {
        ...evidence,
        problem: {
          code: 'unsupported-format',
          message: `It carries ${bundles.length} Sigstore bundles; one is expected.`,
        },
      },
    };
  }
  return { evidence, bundle };
}

const isCosignLegacy = (type: string) =>
  type === COSIGN_SIMPLE_SIGNING ||
  type === DSSE_ENVELOPE ||
  COSIGN_ARTIFACT.test(type);

function otherFormat(manifest: Manifest, base: Base): Evidence {
  const [layer] = manifest.layers;
  const types = [
    manifest.artifactType ?? '',
    manifest.config.mediaType,
    ...manifest.layers.map(each => each.mediaType),
  ];
  const evidence = {
    ...base,
    mediaType: layer?.mediaType ?? manifest.config.mediaType,
    artifactType: manifest.artifactType,
    layer: layer && { digest: layer.digest, size: layer.size },
  };
  if (types.includes(NOTATION_SIGNATURE)) {
    return {
      ...evidence,
      kind: 'signature',
      format: 'notation',
      problem: notVerified('Notation signatures'),
    };
  }
  if (types.some(isCosignLegacy)) {
    return {
      ...evidence,
      kind: types.includes(DSSE_ENVELOPE) ? 'attestation' : 'signature',
      format: 'cosign-legacy',
      problem: notVerified('Signatures in the layout of cosign 2'),
    };
  }
  if (types.some(type => SBOM.test(type))) {
    return { ...evidence, kind: 'sbom', format: 'raw' };
  }
  return { ...evidence, kind: 'unknown', format: 'unknown' };
}

function notVerified(what: string): Evidence['problem'] {
  return {
    code: 'unsupported-format',
    message: `${what} are present, not verified: this format is not supported yet.`,
  };
}
