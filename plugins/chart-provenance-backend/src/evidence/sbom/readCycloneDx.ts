import {
  SbomComponent,
  SbomComponentKind,
} from 'backstage-plugin-chart-provenance-common';
import { MAX_COMPONENTS } from './bounds';
import { componentOf } from './componentOf';
import { listOf, member, textOf, timeOf } from '../json/members';
import { fewNames } from './fewNames';
import { ReadSbom } from './types';
import { CycloneDx } from './schema';

const KINDS: Partial<Record<string, SbomComponentKind>> = {
  container: 'image',
  library: 'package',
  framework: 'package',
  application: 'package',
  platform: 'package',
};

/**
 * Components at any depth, without the one that the document is about.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function readCycloneDx(bom: CycloneDx): ReadSbom {
  const { specVersion, metadata } = bom;
  const main = member(metadata, 'component');
  const components: SbomComponent[] = [];
  let count = 0;
  for (const written of withNested([main, ...(bom.components ?? [])])) {
    if (isMain(written, main)) {
      continue;
    }
    count += 1;
    if (components.length < MAX_COMPONENTS) {
      components.push(readComponent(written));
    }
  }
  return {
    label: `CycloneDX ${specVersion}`,
    createdAt: timeOf(metadata, 'timestamp'),
    tools: toolsOf(metadata),
    componentCount: count,
    cut: count > components.length,
    problem: null,
    components,
  };
}

/** In the order they are written, each before those inside of it. */
function* withNested(roots: unknown[]): Generator<unknown> {
  const waiting = [...roots].reverse();
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null && !Array.isArray(next)) {
      yield next;
      const nested = listOf(next, 'components');
      for (let at = nested.length - 1; at >= 0; at--) {
        waiting.push(nested[at]);
      }
    }
  }
}

/** Some tools list the main component once more among the others, under its own reference. */
function isMain(written: unknown, main: unknown): boolean {
  const reference = textOf(main, 'bom-ref');
  return (
    written === main ||
    (reference !== '' && textOf(written, 'bom-ref') === reference)
  );
}

function readComponent(written: unknown): SbomComponent {
  const group = textOf(written, 'group');
  const name = textOf(written, 'name');
  return componentOf({
    name: group && name ? `${group}/${name}` : name,
    version: textOf(written, 'version'),
    kind: KINDS[textOf(written, 'type')] ?? 'other',
    purl: member(written, 'purl'),
    licences: licencesOf(written),
    sha256: textOf(
      listOf(written, 'hashes').find(hash => textOf(hash, 'alg') === 'SHA-256'),
      'content',
    ),
  });
}

function licencesOf(written: unknown): string[] {
  return fewNames(
    listOf(written, 'licenses').map(choice => {
      const licence = member(choice, 'license');
      return (
        textOf(choice, 'expression') ||
        textOf(licence, 'id') ||
        textOf(licence, 'name')
      );
    }),
  );
}

/** A list up to 1.4; from 1.5 on an object of components and services as well. */
function toolsOf(metadata: unknown): string[] {
  const tools = member(metadata, 'tools');
  const all = Array.isArray(tools)
    ? tools
    : [...listOf(tools, 'components'), ...listOf(tools, 'services')];
  return fewNames(
    all
      .slice(0, 100)
      .map(tool => `${textOf(tool, 'name')} ${textOf(tool, 'version')}`.trim()),
  );
}
