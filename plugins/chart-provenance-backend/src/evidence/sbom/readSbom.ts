import { member } from '../json/members';
import { readCycloneDx } from './readCycloneDx';
import { ReadSbom } from './types';
import { readSpdx } from './readSpdx';
import { cycloneDxSchema, spdxSchema } from './schema';
import { unreadSbom } from './unreadSbom';

/**
 * Reads an SBOM by what it says it is, whatever it was attached as: SPDX 2 or CycloneDX 1, parsed within bounds before. Never throws; for
 * anything else `problem` says why it has no components. Components are in the order of their names.
 *
 * @internal
 */
export function readSbom(json: unknown): ReadSbom {
  const bom = cycloneDxSchema.safeParse(json);
  const document = spdxSchema.safeParse(json);
  // Readers that look for the one or the other would see different components.
  if (bom.success && document.success) {
    return unreadSbom('It calls itself both CycloneDX and SPDX.');
  }
  if (bom.success) {
    return inOrder(readCycloneDx(bom.data));
  }
  return document.success
    ? inOrder(readSpdx(document.data))
    : unreadSbom(problemOf(json));
}

function problemOf(json: unknown): string {
  if (typeof json === 'string') {
    return 'It is text, not JSON: SPDX tag-value and XML are not read.';
  }
  if (member(json, '@context') !== undefined) {
    return 'It is not SPDX 2: later versions are not read.';
  }
  return 'It is neither SPDX 2 nor CycloneDX 1 in JSON.';
}

function inOrder(sbom: ReadSbom): ReadSbom {
  const components = sbom.components.sort((a, b) => {
    if (a.name !== b.name) {
      return a.name < b.name ? -1 : 1;
    }
    return a.version < b.version ? -1 : Number(a.version > b.version);
  });
  return { ...sbom, components };
}
