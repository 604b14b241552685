import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A Go program, pinned in `tools.json`. */
export interface Tool {
  name: string;
  package: string;
  version: string;
  /** What `go install` calls the program, when that is not `name`. */
  binary?: string;
  /** Built with a clock that can be set: see `clockOverlay.ts`. */
  clock?: boolean;
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
export function toolPath(tool: Tool): string {
  const version = tool.clock ? `${tool.version}-clock` : tool.version;
  return join(toolsFolder(), `${tool.name}-${version}`);
}
