import type { Gap, Knowledge } from '../migration/knowledge';
import { capital, count, verb } from '../migration/words';
import type { JudgedVersions } from './judgedVersions';

/** Why it cannot be said of all versions that they are right; null when it can. */
export function versionGap(
  { versions, strangers }: JudgedVersions,
  { reference, registryGap }: Knowledge,
): Gap | null {
  if (registryGap) {
    return registryGap;
  }
  if (versions.length === 0) {
    return {
      message: `Nothing is published in ${reference}, so there is nothing to look at.`,
      fix: `Push the chart to ${reference}.`,
      responsible: 'owner',
    };
  }
  return strangers === 0
    ? null
    : {
        message: `${capital(count(strangers, 'consumer'))} ${verb(
          strangers,
          'runs bytes or a version that is',
          'run bytes or versions that are',
        )} not known in the registry.`,
        fix: 'See on the Consumers tab which, and deploy a version there that is in the registry.',
        responsible: 'consumer',
      };
}
