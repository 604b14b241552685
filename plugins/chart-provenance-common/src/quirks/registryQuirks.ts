import { CLOUD_QUIRKS } from './cloudQuirks';
import { HOSTED_QUIRKS } from './hostedQuirks';
import { SELF_HOSTED_QUIRKS } from './selfHostedQuirks';
import { RegistryKind, RegistryQuirks } from './types';

const QUIRKS: Record<RegistryKind, Omit<RegistryQuirks, 'kind'>> = {
  ...HOSTED_QUIRKS,
  ...CLOUD_QUIRKS,
  ...SELF_HOSTED_QUIRKS,
};

/**
 * What an operator should know about a kind of registry.
 *
 * @public
 */
export function registryQuirks(kind: RegistryKind): RegistryQuirks {
  return { kind, ...QUIRKS[kind] };
}
