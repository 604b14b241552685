import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { Statement } from '../../evidence';
import {
  cycloneDxSchema,
  slsaV02Schema,
  slsaV1Schema,
  spdxSchema,
} from './schema';

const READERS: [RegExp, (predicate: unknown) => PredicateFacts | undefined][] =
  [
    [/^https:\/\/cyclonedx\.org\/bom(\/|$)/, readCycloneDx],
    [/^https:\/\/spdx\.dev\/Document(\/|$)/, readSpdx],
    [/^https:\/\/slsa\.dev\/provenance\/v1(\/|$)/, readSlsaV1],
    [/^https:\/\/slsa\.dev\/provenance\/v0\.[12]$/, readSlsaV02],
  ];

/**
 * What the pages show of a proven predicate. Bounded; a predicate of unknown or unexpected form has no facts.
 */
export function readPredicate(
  statement: Statement,
): PredicateFacts | undefined {
  const [, read] =
    READERS.find(([type]) => type.test(statement.predicateType)) ?? [];
  return read?.(statement.predicate);
}

function readCycloneDx(predicate: unknown): PredicateFacts | undefined {
  const bom = cycloneDxSchema.safeParse(predicate).data;
  return (
    bom && {
      label: ['CycloneDX', bom.specVersion].filter(Boolean).join(' '),
      packageCount: bom.components?.length ?? 0,
    }
  );
}

function readSpdx(predicate: unknown): PredicateFacts | undefined {
  const document = spdxSchema.safeParse(predicate).data;
  return (
    document && {
      label: document.spdxVersion ?? 'SPDX',
      packageCount: document.packages?.length,
    }
  );
}

function readSlsaV1(predicate: unknown): PredicateFacts | undefined {
  const slsa = slsaV1Schema.safeParse(predicate).data;
  if (!slsa) {
    return undefined;
  }
  const { buildType, externalParameters, resolvedDependencies } =
    slsa.buildDefinition;
  const { repository, ref } = externalParameters?.workflow ?? {};
  const workflow = repository && (ref ? `${repository}@${ref}` : repository);
  return {
    label: 'SLSA v1',
    builderId: slsa.runDetails?.builder?.id,
    buildType,
    source: resolvedDependencies?.[0]?.uri ?? workflow,
  };
}

function readSlsaV02(predicate: unknown): PredicateFacts | undefined {
  const slsa = slsaV02Schema.safeParse(predicate).data;
  return (
    slsa && {
      label: 'SLSA v0.2',
      builderId: slsa.builder?.id,
      buildType: slsa.buildType,
      source: slsa.invocation?.configSource?.uri,
    }
  );
}
