import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BuildChange } from './buildOverlay.ts';

/** A Go program, pinned in `tools.json`. */
export interface Tool {
  name: string;
  package: string;
  version: string;
  /** What `go install` calls the program, when that is not `name`. */
  binary?: string;
  /** Changes to Go's own packages that it is built with. */
  changes?: BuildChange[];
  cgo?: boolean;
}

export function pinnedTools(): Tool[] {
  const file = new URL('../../tools.json', import.meta.url);
  const pins: Record<string, Omit<Tool, 'name'>> = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return Object.entries(pins).map(([name, pin]) => ({ name, ...pin }));
}

export function toolsFolder(): string {
  return (
    process.env.CHART_PROVENANCE_TOOLS ??
    join(homedir(), '.cache', 'chart-provenance', 'tools')
  );
}

/** Each version has a file of its own, so a new pin is a new build. */
export function toolPath({ name, version, changes = [] }: Tool): string {
  return join(toolsFolder(), [name, version, ...changes].join('-'));
}

/** @throws when `installTools` did not name the tool. */
export function installed(tools: Map<string, string>, name: string): string {
  const path = tools.get(name);
  if (!path) {
    throw new Error(`${name} is not installed`);
  }
  return path;
}
