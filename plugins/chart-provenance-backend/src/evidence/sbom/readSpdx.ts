import {
  SbomComponent,
  SbomComponentKind,
} from 'backstage-plugin-chart-provenance-common';
import { MAX_COMPONENTS } from './bounds';
import { componentOf } from './componentOf';
import { listOf, member, textOf, timeOf } from '../json/members';
import { fewNames } from './fewNames';
import { ReadSbom } from './types';
import { Spdx } from './schema';

const DOCUMENT = 'SPDXRef-DOCUMENT';

const KINDS: Partial<Record<string, SbomComponentKind>> = {
  CONTAINER: 'image',
  DEVICE: 'other',
  FILE: 'other',
  FIRMWARE: 'other',
  'OPERATING-SYSTEM': 'other',
};

/**
 * The packages of a document, without the one it describes. One that describes several lists what it was made from: all are kept.
 *
 * @see https://spdx.github.io/spdx-spec/v2.3/
 */
export function readSpdx(document: Spdx): ReadSbom {
  const { spdxVersion, creationInfo } = document;
  const described = describedBy(document);
  const names = extractedNames(document);
  const parts = (document.packages ?? []).filter(
    written =>
      described.size !== 1 || !described.has(textOf(written, 'SPDXID')),
  );
  return {
    label: spdxVersion,
    createdAt: timeOf(creationInfo, 'created'),
    tools: toolsOf(creationInfo),
    componentCount: parts.length,
    cut: parts.length > MAX_COMPONENTS,
    problem: null,
    components: parts
      .slice(0, MAX_COMPONENTS)
      .map(written => readPackage(written, names)),
  };
}

function describedBy(document: Spdx): Set<string> {
  const described = new Set(
    (document.documentDescribes ?? []).filter(id => typeof id === 'string'),
  );
  for (const each of document.relationships ?? []) {
    const type = textOf(each, 'relationshipType');
    const from = textOf(each, 'spdxElementId');
    const to = textOf(each, 'relatedSpdxElement');
    if (type === 'DESCRIBES' && from === DOCUMENT) {
      described.add(to);
    } else if (type === 'DESCRIBED_BY' && to === DOCUMENT) {
      described.add(from);
    }
  }
  return described;
}

function readPackage(
  written: unknown,
  names: ReadonlyMap<string, string>,
): SbomComponent {
  const purl = listOf(written, 'externalRefs').find(
    reference => textOf(reference, 'referenceType') === 'purl',
  );
  return componentOf({
    name: textOf(written, 'name'),
    version: textOf(written, 'versionInfo'),
    kind: KINDS[textOf(written, 'primaryPackagePurpose')] ?? 'package',
    purl: member(purl, 'referenceLocator'),
    licences: licencesOf(written, names),
    sha256: textOf(
      listOf(written, 'checksums').find(
        checksum => textOf(checksum, 'algorithm') === 'SHA256',
      ),
      'checksumValue',
    ),
  });
}

/** What a person concluded goes before what the package says of itself. `NOASSERTION` says nothing. */
function licencesOf(
  written: unknown,
  names: ReadonlyMap<string, string>,
): string[] {
  const said = ['licenseConcluded', 'licenseDeclared']
    .map(key => textOf(written, key))
    .find(licence => licence !== '' && licence !== 'NOASSERTION');
  return said ? [names.get(said) ?? said] : [];
}

/** Names of licences that are no SPDX ids. */
function extractedNames(document: Spdx): Map<string, string> {
  const names = new Map<string, string>();
  for (const each of document.hasExtractedLicensingInfos ?? []) {
    const name = textOf(each, 'name');
    if (name !== '' && name !== 'NOASSERTION') {
      names.set(textOf(each, 'licenseId'), name);
    }
  }
  return names;
}

function toolsOf(creationInfo: unknown): string[] {
  const tool = /^Tool:\s*/;
  return fewNames(
    listOf(creationInfo, 'creators')
      .slice(0, 100)
      .map(creator => textOf({ creator }, 'creator'))
      .filter(creator => tool.test(creator))
      .map(creator => creator.replace(tool, '')),
  );
}
