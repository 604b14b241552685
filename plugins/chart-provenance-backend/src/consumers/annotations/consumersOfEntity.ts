import {
  DEFAULT_NAMESPACE,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CONSUMES_ANNOTATION,
  formatChartReference,
  parseConsumes,
} from 'backstage-plugin-chart-provenance-common';
import {
  classifyDigest,
  classifyVersion,
  unpinned,
} from 'backstage-plugin-chart-provenance-common/consumers';
import {
  ConsumerObservation,
  ObservedConsumer,
} from 'backstage-plugin-chart-provenance-node';

/** The charts that an entity says it uses. An entry that does not parse becomes a problem; the others count. Never throws. */
export function consumersOfEntity(
  entity: Entity,
): Pick<ConsumerObservation, 'consumers' | 'problems'> {
  const entityRef = stringifyEntityRef(entity);
  const value = entity.metadata.annotations?.[CONSUMES_ANNOTATION] ?? '';
  const { entries, problems } = parseConsumes(String(value));
  return {
    consumers: entries.map(({ reference }, index): ObservedConsumer => {
      const { registry, repository, tag, digest } = reference;
      const read =
        digest === undefined
          ? classifyVersion(tag, 'tag')
          : classifyDigest(digest);
      const loose = unpinned(read.pin, 'digest');
      return {
        kind: 'Entity',
        name: entity.metadata.name,
        namespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
        part: entries.length > 1 ? `entries[${index}]` : '',
        form: 'annotation',
        written: formatChartReference(reference).slice(0, 500),
        target: { kind: 'oci', registry, repository },
        wants: { version: tag ?? null, digest: digest ?? null },
        pin: read.pin,
        bestPin: 'digest',
        runs: null,
        gate: {
          kind: 'none',
          why: 'An annotation says only what is used; whether anything checks signatures is not known.',
        },
        destination: null,
        labels: {},
        findings: loose ? [...read.findings, loose] : read.findings,
        cluster: null,
        path: null,
        href: null,
        entityRef,
      };
    }),
    problems: problems.map(({ message }) => ({
      where: `${entityRef}, ${CONSUMES_ANNOTATION}`.slice(0, 500),
      message: message.slice(0, 300),
    })),
  };
}
