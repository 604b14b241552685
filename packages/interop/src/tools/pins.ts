import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OVERLAY_DIGEST } from './buildOverlay.ts';

/**
 * Each set holds the ones before it: `fixtures` makes the committed fixtures, `core`
 * is what continuous integration runs, `full` what one more coffee buys.
 */
export const TOOL_SETS = ['fixtures', 'core', 'full'] as const;
export type ToolSet = (typeof TOOL_SETS)[number];

interface Pin {
  /** The smallest set that needs it. */
  set: ToolSet;
  version: string;
}

/** A Go program as published. */
export interface PublishedTool extends Pin {
  name: string;
  package: string;
  /**
   * Built inside this module and not by `go install`, which refuses a `go.mod` that
   * replaces modules, and a proxy that cannot list the versions.
   */
  module?: string;
}

/**
 * Built in a module of ours, whose `go.mod` and `go.sum` pin everything in it: a small Go program around somebody else's package,
 * or a program as published that can only be built from a module which replaces others (`renewWrappers.ts` makes such modules).
 */
export interface OwnTool extends Pin {
  name: string;
  /** Below `packages/interop`. */
  folder: string;
  /** What to build there. Default: our own program. */
  package?: string;
}

/** A Go program, pinned in `tools.json`. */
export type Tool = PublishedTool | OwnTool;

type Pins = Record<string, Omit<PublishedTool, 'name'> | Omit<OwnTool, 'name'>>;

/** The tools of a set, in the order in which they are best built. */
export function pinnedTools(set: ToolSet): Tool[] {
  const file = new URL('../../tools.json', import.meta.url);
  const pins: Pins = JSON.parse(readFileSync(file, 'utf8'));
  const wanted = TOOL_SETS.slice(0, TOOL_SETS.indexOf(set) + 1);
  return Object.entries(pins)
    .map(([name, pin]) => ({ ...pin, name }))
    .filter(tool => wanted.includes(tool.set));
}

/** `$CHART_PROVENANCE_TOOLS`, or a folder in the home folder's cache. */
export function toolsFolder(): string {
  return (
    process.env.CHART_PROVENANCE_TOOLS ??
    join(homedir(), '.cache', 'chart-provenance', 'tools')
  );
}

/** Each version has a file of its own, so a new pin is a new build; so are other changes to Go's packages. */
export function toolPath(tool: Tool): string {
  const parts = [tool.name, tool.version, OVERLAY_DIGEST.slice(0, 8)];
  if ('folder' in tool) {
    parts.push(sourceDigest(ownFolder(tool)).slice(0, 8));
  }
  return join(toolsFolder(), parts.join('-'));
}

/** Where the source of one of our own programs is. */
export function ownFolder({ folder }: OwnTool): string {
  return fileURLToPath(new URL(`../../${folder}`, import.meta.url));
}

/** The variable that names a program to use instead of building one. */
export function toolVariable(name: string): string {
  return `CHART_PROVENANCE_TOOL_${name.toUpperCase().replaceAll('-', '_')}`;
}

function sourceDigest(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
