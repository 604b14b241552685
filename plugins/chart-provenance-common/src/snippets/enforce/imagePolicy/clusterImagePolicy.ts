import type { KeylessSigner, Signer } from '../facts';
import { Noted, YamlValue } from '../yaml';
import { globsOf } from './globOf';

/** A policy about some images, as policy-controller asks for it. */
export interface ImagePolicy {
  name: string;
  /** `registry/repository` */
  images: readonly string[];
  signers: readonly Signer[];
  mode: 'warn' | 'enforce';
  format: 'bundle' | 'legacy';
}

/** A ClusterImagePolicy. */
export function clusterImagePolicy(policy: ImagePolicy): YamlValue {
  const { name, images, signers, mode, format } = policy;
  return {
    apiVersion: 'policy.sigstore.dev/v1beta1',
    kind: 'ClusterImagePolicy',
    metadata: { name },
    spec: {
      mode,
      images: images.flatMap(globsOf).map(glob => ({ glob })),
      authorities: new Noted(
        'Any one of them will do; several ClusterImagePolicies about one image must all be met.',
        signers.map((signer, at) => ({
          name: `signer-${at + 1}`,
          ...(signer.kind === 'key'
            ? { key: { data: signer.pem } }
            : keyless(signer, format)),
        })),
      ),
    },
  };
}

function keyless(
  { identity }: KeylessSigner,
  format: ImagePolicy['format'],
): { [key: string]: YamlValue } {
  return {
    keyless: {
      url: 'https://fulcio.sigstore.dev',
      identities: [
        { issuer: identity.issuerText, subjectRegExp: identity.subject },
      ],
    },
    ctlog: { url: 'https://rekor.sigstore.dev' },
    ...(format === 'bundle' ? { signatureFormat: 'bundle' } : {}),
  };
}
