import { accessSync, constants, existsSync } from 'node:fs';
import { writeBuildOverlay } from './buildOverlay.ts';
import { buildTool } from './buildTool.ts';
import { findGo, NO_GO } from './go.ts';
import {
  pinnedTools,
  toolPath,
  toolVariable,
  type Tool,
  type ToolSet,
} from './pins.ts';
import type { InstalledTool, Toolbox } from './toolbox.ts';

/**
 * Has every tool of the set that can be had: the one that its variable names
 * (`CHART_PROVENANCE_TOOL_<NAME>`), else the one in the cache, else a new build.
 * One that cannot be built carries the reason and the rest goes on.
 *
 * @param say - gets a line before each build and one after it.
 * @param only - names in the set; all of it when missing.
 */
export async function installTools(
  set: ToolSet,
  say: (line: string) => void,
  only?: readonly string[],
): Promise<Toolbox> {
  const tools = new Map<string, InstalledTool>();
  let workshop: Workshop | undefined;
  for (const tool of pinnedTools(set)) {
    if (only && !only.includes(tool.name)) {
      continue;
    }
    const found = lookFor(tool);
    if (found) {
      tools.set(tool.name, { ...tool, ...found });
    } else {
      workshop ??= await openWorkshop();
      tools.set(tool.name, {
        ...tool,
        ...(await made(tool, workshop, say)),
      });
    }
  }
  return tools;
}

type Had =
  | { path: string; from: 'cache' | 'build' | 'environment' }
  | { reason: string };

function lookFor(tool: Tool): Had | undefined {
  const variable = toolVariable(tool.name);
  const given = process.env[variable];
  if (given === undefined) {
    const path = toolPath(tool);
    return existsSync(path) ? { path, from: 'cache' } : undefined;
  }
  try {
    accessSync(given, constants.X_OK);
    return { path: given, from: 'environment' };
  } catch {
    return { reason: `${variable} names no program: ${given}` };
  }
}

async function made(
  tool: Tool,
  workshop: Workshop,
  say: (line: string) => void,
): Promise<Had> {
  if ('reason' in workshop) {
    return workshop;
  }
  const title = `${tool.name} ${tool.version}`;
  say(`building ${title}, once; this can take minutes`);
  const began = Date.now();
  const reason = await buildTool(tool, workshop.overlay);
  const seconds = Math.round((Date.now() - began) / 1000);
  say(`${title}: ${reason ?? 'built'}, ${seconds} s`);
  return reason === undefined
    ? { path: toolPath(tool), from: 'build' }
    : { reason };
}

type Workshop = { overlay: string } | { reason: string };

async function openWorkshop(): Promise<Workshop> {
  const goRoot = await findGo();
  if (goRoot === undefined) {
    return { reason: NO_GO };
  }
  try {
    return { overlay: writeBuildOverlay(goRoot) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
