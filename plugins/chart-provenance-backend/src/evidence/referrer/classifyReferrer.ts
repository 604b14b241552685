import { Descriptor } from 'chart-provenance-oras';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { SignatureLayer, signatureLayers } from '../cosign/signatureLayers';
import { Manifest } from '../manifestSchema';
import { isNotation, notationSignature } from '../notation/notationSignature';
import {
  COSIGN_ARTIFACT,
  COSIGN_SBOM_ARTIFACT,
  SBOM,
  SIGSTORE_BUNDLE,
} from '../mediaTypes';

/**
 * A manifest that carries evidence, decoded. `bundle` is the layer whose bytes say the rest; see `decodeBundle`. With `layers` the
 * manifest is no evidence itself: each of them is; see `decodeLayer`.
 *
 * @internal
 */
export interface DecodedReferrer {
  evidence: Evidence;
  bundle?: Descriptor;
  layers?: SignatureLayer[];
  /** An SBOM that nobody signed: it is read for what it lists, and counts for nothing. */
  sbom?: Descriptor;
}

interface Base {
  digest: string;
  subject: string;
}

/**
 * Tells formats apart by the media types of layers and config, never by annotations or by what a listing calls the
 * artifact: cosign writes `application/vnd.oci.empty.v1+json` there (2.6.x and 3.0.0 to 3.0.6).
 *
 * @param json - what `manifest` was parsed from: the annotations of layers may be longer there.
 */
export function classifyReferrer(
  manifest: Manifest,
  json: unknown,
  base: Base,
): DecodedReferrer {
  const bundles = manifest.layers.filter(layer =>
    SIGSTORE_BUNDLE.test(layer.mediaType),
  );
  if (bundles.length === 0) {
    if (isNotation(manifest)) {
      return notationSignature(manifest, base);
    }
    const evidence = otherFormat(manifest, base);
    const layers = signatureLayers(json);
    if (layers.length > 0) {
      return { evidence, layers };
    }
    const sbom = evidence.format === 'raw' ? sbomLayer(manifest) : undefined;
    return sbom
      ? { evidence: { ...evidence, ...placeOf(sbom) }, sbom }
      : { evidence };
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

/** The layer that says it is an SBOM, or the only one of a manifest that says so. */
function sbomLayer({ layers }: Manifest): Descriptor | undefined {
  return (
    layers.find(({ mediaType }) => SBOM.test(mediaType)) ??
    (layers.length === 1 ? layers[0] : undefined)
  );
}

function placeOf({ mediaType, digest, size }: Descriptor) {
  return { mediaType, layer: { digest, size } };
}

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
  if (types.some(type => SBOM.test(type) || COSIGN_SBOM_ARTIFACT.test(type))) {
    return { ...evidence, kind: 'sbom', format: 'raw' };
  }
  if (types.some(type => COSIGN_ARTIFACT.test(type))) {
    return {
      ...evidence,
      kind: 'signature',
      format: 'cosign-legacy',
      problem: {
        code: 'unsupported-format',
        message: 'cosign made it, but no layer of it carries a signature.',
      },
    };
  }
  return { ...evidence, kind: 'unknown', format: 'unknown' };
}
