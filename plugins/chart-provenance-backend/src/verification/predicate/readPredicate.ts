import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { PackedSbom, Statement } from '../../evidence';
import { readCycloneDxFindings } from './readCycloneDxFindings';
import { readOpenVex } from './readOpenVex';
import { readSlsaV01 } from './readSlsaV01';
import { readSlsaV02 } from './readSlsaV02';
import { readSlsaV1 } from './readSlsaV1';
import { readVulnerabilities } from './readVulnerabilities';

type Reader = (predicate: unknown) => PredicateFacts | undefined;

const READERS: [RegExp, Reader][] = [
  [/^https:\/\/cyclonedx\.org\/bom(\/|$)/, readCycloneDxFindings],
  [/^https:\/\/slsa\.dev\/provenance\/v1(\/|$)/, readSlsaV1],
  [/^https:\/\/slsa\.dev\/provenance\/v0\.2$/, readSlsaV02],
  [/^https:\/\/slsa\.dev\/provenance\/v0\.1$/, readSlsaV01],
  [
    /^(https:\/\/)?cosign\.sigstore\.dev\/attestation\/vuln\/v1$/,
    readVulnerabilities,
  ],
  [
    /^https:\/\/in-toto\.io\/attestation\/vulns\/v0\.[12]$/,
    readVulnerabilities,
  ],
  [/^https:\/\/openvex\.dev\/ns(\/v\d+(\.\d+)*)?$/, readOpenVex],
];

/**
 * What the pages show of a predicate, and the judge asks it for. Bounded, plain text, never throws; a predicate of unknown or unexpected
 * form has no facts.
 *
 * @param sbom - the SBOM in it, where it is one
 */
export function readPredicate(
  { predicateType, predicate }: Partial<Statement>,
  sbom?: PackedSbom,
): PredicateFacts | undefined {
  if (predicateType === undefined) {
    return undefined;
  }
  const [, read] = READERS.find(([type]) => type.test(predicateType)) ?? [];
  const facts = read?.(predicate);
  return sbom && sbom.problem === null
    ? { label: sbom.label, packageCount: sbom.componentCount, ...facts }
    : facts;
}
