import { unpinned } from './finding';
import { asWritten, at, oneLine, requiredTextAt, textAt } from './json';
import { ConsumerForm, ConsumerReading, Finding } from './types';

const MAX_NAME = 253;
const MAX_FINDINGS = 20;

/** The firmest pin of each form. */
export const BEST_PIN: Record<ConsumerForm, 'digest' | 'version'> = {
  'argocd-helm': 'version',
  'argocd-oci': 'digest',
  'flux-helm-repository': 'version',
  'flux-oci-repository': 'digest',
  'chart-dependency': 'version',
  annotation: 'digest',
  other: 'version',
};

const OWNER_LABELS = [
  'backstage.io/kubernetes-id',
  'app.kubernetes.io/name',
  'app.kubernetes.io/part-of',
];

/** Whose reading it is. */
export interface ConsumerIdentity {
  kind: string;
  name: string;
  namespace: string | null;
  labels: Record<string, string>;
}

/** What a reader found out about one reference. */
export type ReferenceReading = Omit<
  ConsumerReading,
  keyof ConsumerIdentity | 'bestPin' | 'written'
> & {
  /** The parts of the reference as they stand in the document. */
  written: (string | undefined | null)[];
};

/** Who an object is. @throws ReadingError without a name */
export function identityOf(kind: string, object: unknown): ConsumerIdentity {
  return {
    kind,
    name: oneLine(requiredTextAt(object, 'metadata', 'name'), MAX_NAME),
    namespace:
      oneLine(textAt(object, 'metadata', 'namespace') ?? '', MAX_NAME) || null,
    labels: ownerLabels(object),
  };
}

/** Puts a reading together, with the finding for a loose pin. */
export function consumerReading(
  identity: ConsumerIdentity,
  reference: ReferenceReading,
): ConsumerReading {
  const bestPin = BEST_PIN[reference.form];
  const loose = unpinned(reference.pin, bestPin);
  return {
    ...identity,
    ...reference,
    bestPin,
    written: asWritten(...reference.written),
    findings: withoutRepetition(
      loose ? [...reference.findings, loose] : reference.findings,
    ),
  };
}

function ownerLabels(object: unknown): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const label of OWNER_LABELS) {
    const value = at(object, 'metadata', 'labels', label);
    if (typeof value === 'string' && value.length <= MAX_NAME) {
      labels[label] = value;
    }
  }
  return labels;
}

function withoutRepetition(findings: readonly Finding[]): Finding[] {
  const byRule = new Map(findings.map(found => [found.rule, found]));
  return [...byRule.values()].slice(0, MAX_FINDINGS);
}
