import type { ChartPlace } from '../ci/plan';
import type { SnippetInput } from '../types';

/**
 * The language that a setting is written in.
 *
 * @internal
 */
export type SettingForm = 'commands' | 'terraform';

/**
 * How one kind of registry is set.
 *
 * @internal
 */
export interface RegistrySetting {
  /** Lines by language; every one there is. */
  forms: Partial<Record<SettingForm, (place: ChartPlace) => string[]>>;
  guarantees: string;
  cannot: string[];
  notes: string[];
}

/**
 * What can be set in one kind of registry; a sentence where nothing can.
 *
 * @internal
 */
export interface RegistryKindSettings {
  immutability: RegistrySetting | string;
  retention: RegistrySetting | string;
  /** Why this very registry cannot be set, e.g. a host that does not say its region. */
  refuses?(input: SnippetInput): string | null;
}

/**
 * The path below the host.
 *
 * @internal
 */
export function pathOf({ repository }: ChartPlace): string {
  return repository.slice(repository.indexOf('/') + 1);
}

/**
 * The first segment of the path, and the rest: a project and its repository.
 *
 * @internal
 */
export function projectOf(place: ChartPlace): [string, string] {
  const [project, ...rest] = pathOf(place).split('/');
  return [project, rest.join('/')];
}
