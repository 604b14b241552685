import * as openpgp from 'openpgp';
import { Verification } from 'backstage-plugin-chart-provenance-common';
import { ChartIdentity } from '../../../evidence';
import { prepareKeyring } from '../prepareKeyring';
import { KeyringInput } from '../types';
import { verifyProvenanceFile } from '../verifyProvenanceFile';

export const LAB_NOW = new Date('2026-11-22T12:00:00Z');
export const SUBJECT = `sha256:${'5'.repeat(64)}`;
export const CHART: ChartIdentity = {
  name: 'sample',
  version: '1.2.0',
  chartLayerDigest: `sha256:${'a'.repeat(64)}`,
};

/** What Helm would write for the chart. */
export const TEXT = `apiVersion: v2
name: sample
version: 1.2.0

...
files:
  sample-1.2.0.tgz: ${CHART.chartLayerDigest}
`;

/** A key of our own, to sign with it what no tool would. */
export class PgpLab {
  private constructor(
    private readonly key: openpgp.PrivateKey,
    readonly armored: string,
  ) {}

  static async create(): Promise<PgpLab> {
    const { privateKey, publicKey } = await openpgp.generateKey({
      userIDs: [{ name: 'Lab' }],
      date: new Date('2026-01-01T00:00:00Z'),
      format: 'object',
    });
    return new PgpLab(privateKey, publicKey.armor());
  }

  async sign(
    text: string,
    date = new Date('2026-06-01T00:00:00Z'),
  ): Promise<string> {
    const message = await openpgp.createCleartextMessage({ text });
    const signed = await openpgp.sign({
      message,
      signingKeys: this.key,
      date,
    });
    return signed.replace(/\r\n/g, '\n');
  }

  /** The public key after something was done to it, armoured. */
  async changed(
    change: (
      key: openpgp.PrivateKey,
    ) => Promise<{ publicKey: openpgp.PublicKey }>,
  ): Promise<string> {
    return (await change(this.key)).publicKey.armor();
  }

  /** The only outcome, under a ring with the lab's key. */
  async verify(
    prov: string | Uint8Array,
    options: { ring?: Partial<KeyringInput>; chart?: ChartIdentity } = {},
  ): Promise<Verification> {
    const ring = await prepareKeyring(
      { id: 'lab', armored: this.armored, ...options.ring },
      LAB_NOW,
    );
    const [outcome] = await verifyProvenanceFile(
      {
        evidence: 'sha256:e',
        bytes: Buffer.from(prov),
        subject: SUBJECT,
        chart: options.chart ?? CHART,
      },
      [ring],
    );
    return outcome;
  }
}
