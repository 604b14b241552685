import { unpinned } from './finding';
import { asWritten, at, oneLine, requiredTextAt, textAt } from './json';
import { ChartTarget, ConsumerForm, ConsumerReading, Finding } from './types';

const MAX_NAME = 253;
const MAX_FINDINGS = 20;
const MAX_VERSION = 256;
const MAX_MESSAGE = 300;

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

/** A value that the API takes; nothing else can be an owner. Templates of Argo CD and Flux among them. */
const LABEL_VALUE = /^[\w.${}-]{1,253}$/;

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
    target: tidyTarget(reference.target),
    runs: reference.runs && {
      ...reference.runs,
      version: tidy(reference.runs.version, MAX_VERSION),
    },
    wants: {
      version: tidy(reference.wants.version, MAX_VERSION),
      digest: tidy(reference.wants.digest, MAX_VERSION),
    },
    written: asWritten(...reference.written),
    findings: withoutRepetition(
      loose ? [...reference.findings, loose] : reference.findings,
    ),
  };
}

/** Texts as they may be shown: whoever writes a manifest writes them. */
function tidy(text: string | null, limit: number): string | null {
  return text === null ? null : oneLine(text, limit);
}

function tidyTarget(target: ChartTarget): ChartTarget {
  return target.kind === 'unresolved'
    ? { ...target, message: oneLine(target.message, MAX_MESSAGE) }
    : target;
}

function ownerLabels(object: unknown): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const label of OWNER_LABELS) {
    const value = at(object, 'metadata', 'labels', label);
    if (typeof value === 'string' && LABEL_VALUE.test(value)) {
      labels[label] = value;
    }
  }
  return labels;
}

function withoutRepetition(findings: readonly Finding[]): Finding[] {
  const byRule = new Map(findings.map(found => [found.rule, found]));
  return [...byRule.values()].slice(0, MAX_FINDINGS);
}
