import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, run } from '../process/run.ts';
import { writeBuildOverlay } from './buildOverlay.ts';
import { pinnedTools, toolPath, toolsFolder, type Tool } from './pins.ts';

/** Builds the pinned tools that are not there yet, one after another. */
export async function installTools(
  say: (line: string) => void,
): Promise<Map<string, string>> {
  const tools = pinnedTools();
  const missing = tools.filter(tool => !existsSync(toolPath(tool)));
  if (missing.length > 0) {
    const goRoot = await requireGo();
    mkdirSync(toolsFolder(), { recursive: true });
    for (const tool of missing) {
      say(`building ${tool.name} ${tool.version} (minutes, once)`);
      await build(tool, goRoot);
    }
  }
  return new Map(tools.map(tool => [tool.name, toolPath(tool)]));
}

async function requireGo(): Promise<string> {
  const outcome = await attempt('go', ['env', 'GOROOT'], {
    env: process.env,
  }).catch(() => undefined);
  if (outcome?.exitCode !== 0) {
    throw new Error(
      'Go is needed to build helm, cosign and the signing services: install Go 1.26 or newer and try again.',
    );
  }
  return outcome.stdout.trim();
}

async function build(tool: Tool, goRoot: string): Promise<void> {
  const folder = join(toolsFolder(), 'bin');
  const { changes = [] } = tool;
  const overlay = join(toolsFolder(), 'overlay', tool.name);
  const changed =
    changes.length > 0
      ? ['-overlay', writeBuildOverlay(goRoot, overlay, changes)]
      : [];
  await run(
    'go',
    [
      ...['install', '-p', '2', '-trimpath', '-buildvcs=false'],
      ...['-ldflags', '-s -w', ...changed],
      `${tool.package}@${tool.version}`,
    ],
    {
      env: {
        ...process.env,
        GOBIN: folder,
        CGO_ENABLED: tool.cgo ? '1' : '0',
      },
    },
  );
  renameSync(join(folder, tool.binary ?? tool.name), toolPath(tool));
}
