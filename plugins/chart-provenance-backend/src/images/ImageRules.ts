import {
  CompiledRepositoryRule,
  matchRepository,
} from 'backstage-plugin-chart-provenance-common';
import { ImagesConfig } from '../config';

/** What the operator says of a repository of images. */
export interface ImageRule {
  /** Host as the operator writes it: the one to contact. */
  host: string;
  repository: string;
  policy: string;
  source: string | null;
}

/** Which images may be looked at, and who may sign them: the operator's word. */
export class ImageRules {
  readonly #rules: readonly CompiledRepositoryRule[];

  constructor(repositories: ImagesConfig['repositories']) {
    this.#rules = repositories.map(
      ({ pattern, host, segments, policy, source }) => ({
        rule: {
          registry: host,
          match: pattern.slice(host.length + 1),
          policy,
          ...(source !== null && { source }),
        },
        segments,
      }),
    );
  }

  /**
   * The first rule that matches.
   *
   * @param name - `registry/repository` of an image
   * @returns undefined when none does: then its registry is never contacted
   */
  of(name: string): ImageRule | undefined {
    const slash = name.indexOf('/');
    const found = matchRepository(
      this.#rules,
      name.slice(0, slash),
      name.slice(slash + 1),
    );
    return (
      found && {
        host: found.registry,
        repository: found.repository,
        policy: found.policies[0],
        source: found.source ?? null,
      }
    );
  }
}
