import { KeyObject } from 'node:crypto';
import { Verification } from 'backstage-plugin-chart-provenance-common';
import { KeyInput, Thresholds } from '../types';
import { LayerJson, LegacyOptions, signLayer } from './legacyLayer';
import { newKey, pemOf, SigstoreLab } from './SigstoreLab';
import { SUBJECT, verifyUnder } from './verifyUnder';

export const ANNOTATION = {
  signature: 'dev.cosignproject.cosign/signature',
  certificate: 'dev.sigstore.cosign/certificate',
  chain: 'dev.sigstore.cosign/chain',
  bundle: 'dev.sigstore.cosign/bundle',
  timestamp: 'dev.sigstore.cosign/rfc3161timestamp',
};

/** Makes layers as cosign 2 does, and verifies them under one root or key. */
export class LegacyLab {
  readonly key = newKey();

  private constructor(readonly lab: SigstoreLab) {}

  static async create(): Promise<LegacyLab> {
    return new LegacyLab(await SigstoreLab.create());
  }

  make(options: Partial<LegacyOptions> = {}): Promise<LayerJson> {
    return signLayer(this.lab, { subject: SUBJECT, ...options });
  }

  underRoot(
    layer: LayerJson,
    thresholds: Partial<Thresholds> = {},
  ): Verification {
    const { trustedRoot } = this.lab;
    return verifyUnder(this.lab, layer, {
      format: 'cosign-legacy',
      roots: [{ id: 'lab', type: 'file', trustedRoot, thresholds }],
    })[0];
  }

  underKey(
    layer: LayerJson,
    publicKey: KeyObject = this.key.publicKey,
    window: Pick<KeyInput, 'validFrom' | 'validUntil'> = {},
  ): Verification | undefined {
    return verifyUnder(this.lab, layer, {
      format: 'cosign-legacy',
      keys: [{ id: 'release', pem: pemOf(publicKey), ...window }],
    }).find(({ trust }) => trust === 'key:release');
  }
}

/** The layer with other annotations. */
export function annotated(
  layer: LayerJson,
  annotations: Record<string, string>,
): LayerJson {
  return {
    ...layer,
    layer: {
      ...layer.layer,
      annotations: { ...layer.layer.annotations, ...annotations },
    },
  };
}

/** The layer with another payload. */
export function changed(
  layer: LayerJson,
  change: (payload: string) => string,
): LayerJson {
  const payload = Buffer.from(layer.payload, 'base64').toString();
  return { ...layer, payload: Buffer.from(change(payload)).toString('base64') };
}
