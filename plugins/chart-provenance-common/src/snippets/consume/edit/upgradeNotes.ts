import { tagToVersion } from '../../../tags/tagNames';
import { isTemplated, oneLine } from '../../../consumers/json';
import { ChartPin } from '../facts';

/** That a change moves to another version, where it does. */
export function upgradeNotes(
  was: string | undefined,
  { version, digest }: ChartPin,
): string[] {
  if (was === undefined || was === digest || isTemplated(was)) {
    return [];
  }
  return tagToVersion(was).replace(/^[v=]\s*/, '') === version.replace(/^v/, '')
    ? []
    : [
        `It asks for ${oneLine(
          was,
          80,
        )} and would get ${version}. To move without another version, choose the one that runs first.`,
      ];
}
