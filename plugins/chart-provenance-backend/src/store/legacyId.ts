import { normaliseRepositoryUrl } from './normaliseRepositoryUrl';
import { hash16 } from './workKeys';

/** Names a chart of a legacy repository; the same for every spelling of the repository's URL. */
export function legacyId(url: string, name: string): string {
  return hash16(`${normaliseRepositoryUrl(url)}#${name}`);
}
