import { createHash } from 'node:crypto';
import { DiscoveryStore, LegacyStore } from '../store';
import { FoundNames, OperatorWord } from './types';

/** What reading found names needs. */
export interface FoundReaderOptions {
  discovery: Pick<
    DiscoveryStore,
    'listedRepositories' | 'consumedTargets' | 'mappings'
  >;
  legacy: Pick<LegacyStore, 'names'>;
  legacyRepositories: OperatorWord['legacyRepositories'];
}

/** Reads what listings, indexes, consumers and the operator's mappings told so far. */
export class FoundReader {
  readonly #options: FoundReaderOptions;

  constructor(options: FoundReaderOptions) {
    this.#options = options;
  }

  async read(): Promise<FoundNames> {
    const { discovery, legacy, legacyRepositories } = this.#options;
    const indexes = [];
    for (const { url } of legacyRepositories) {
      indexes.push({
        url,
        names: await legacy.names(url),
        everListed: await legacy.names(url, { ever: true }),
      });
    }
    return {
      listed: await discovery.listedRepositories(),
      legacy: indexes,
      consumed: await discovery.consumedTargets(),
      mappings: await discovery.mappings(),
    };
  }
}

/** The same for the same names, in whatever order they were read. */
export function foundHash(found: FoundNames): string {
  const lines = [
    ...found.listed.map(at => ['listed', at.registry, at.repository]),
    ...found.legacy.flatMap(({ url, names }) =>
      names.map(name => ['legacy', url, name]),
    ),
    ...found.consumed.map(target =>
      target.kind === 'oci'
        ? ['oci', target.registry, target.repository]
        : ['consumed', target.url, target.name],
    ),
    ...found.mappings.map(({ registry, repository, entityRef }) => [
      'mapping',
      registry,
      repository,
      entityRef ?? '',
    ]),
  ].map(line => JSON.stringify(line));
  const hash = createHash('sha256');
  for (const line of lines.sort()) {
    hash.update(line).update('\n');
  }
  return hash.digest('hex');
}
