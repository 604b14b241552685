import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { DecisionRecord } from '../GateStore';
import { digestOf, PAYMENTS } from './walkFixtures';

const { chartId, owner } = PAYMENTS;
const DIGEST = digestOf('1.0.0');

/** A decision; the id ends with its number, so that later ones are greater. */
export function decisionOf(
  number: number,
  changes: Partial<GateDecision> = {},
): DecisionRecord {
  return {
    caller: 'external:ci',
    require: { policies: ['acme-release'] },
    decision: {
      id: `01KATVRBG0${String(number).padStart(16, '0')}`,
      decision: 'allow',
      proceed: true,
      enforced: true,
      enforcedFrom: null,
      dryRun: false,
      reference: `oci://ghcr.io/acme/charts/payments@${DIGEST}`,
      resolved: `oci://ghcr.io/acme/charts/payments@${DIGEST}`,
      digest: DIGEST,
      version: '1.8.2',
      chartId,
      entityRef: owner,
      environment: 'production',
      verdict: 'verified',
      reasons: [],
      policies: ['acme-release'],
      policyHash: 'p',
      trustHash: 't',
      evidenceAt: null,
      decidedAt: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
      expiresAt: null,
      retryAfterSeconds: null,
      url: 'https://backstage.acme.dev',
      offline: null,
      ...changes,
    },
  };
}
