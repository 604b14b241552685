import type { RegistryKind } from '../../quirks/types';
import { acr } from './kinds/acr';
import { ecr } from './kinds/ecr';
import { gar } from './kinds/gar';
import { harbor } from './kinds/harbor';
import { dockerHub, ghcr, gitlab, quay } from './kinds/hosted';
import { artifactory, distribution, unknown } from './kinds/selfHosted';
import { RegistryKindSettings } from './types';

/**
 * What can be set, by kind of registry.
 *
 * @internal
 */
export const SETTINGS_OF_KINDS: Record<RegistryKind, RegistryKindSettings> = {
  ...{ ghcr, dockerHub, ecr, acr, gar, harbor, quay, artifactory, gitlab },
  ...{ distribution, unknown },
};
