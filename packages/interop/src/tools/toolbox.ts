import type { Tool } from './pins.ts';

/** A pinned tool: either where it is, or why it could not be had. */
export type InstalledTool = Tool &
  (
    | {
        path: string;
        from: 'cache' | 'build' | 'environment';
        reason?: undefined;
      }
    | { path?: undefined; reason: string }
  );

/** What `installTools` could and could not have, by name. */
export type Toolbox = ReadonlyMap<string, InstalledTool>;

/** @throws with the reason when the tool could not be had, or was never asked for. */
export function installed(tools: Toolbox, name: string): string {
  const tool = tools.get(name);
  if (tool?.path === undefined) {
    throw new Error(
      `${name} is not runnable: ${tool?.reason ?? 'it is not in this set'}`,
    );
  }
  return tool.path;
}

/**
 * Why something that needs these tools cannot run, in one line.
 *
 * @returns nothing when all of them are there.
 */
export function notRunnable(
  tools: Toolbox,
  ...names: string[]
): string | undefined {
  const reasons = names.flatMap(name => {
    const tool = tools.get(name);
    if (tool?.path !== undefined) {
      return [];
    }
    return [`${name}: ${tool?.reason ?? 'not in this set, see --full'}`];
  });
  return reasons.length > 0 ? reasons.join('; ') : undefined;
}
