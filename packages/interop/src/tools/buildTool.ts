import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { atExit } from '../process/atExit.ts';
import { attempt } from '../process/run.ts';
import { goWords } from './go.ts';
import { moduleFolder } from './moduleFolder.ts';
import { ownFolder, toolPath, toolsFolder, type Tool } from './pins.ts';

const BUILD_LIMIT_MS = 30 * 60_000;
/** What `attempt` says of a program that a signal ended. */
const STOPPED = -1;

/**
 * Every tool is built with the same flags, overlay and cgo setting, so that what
 * they share (Go's own packages, and modules of equal version) is compiled once.
 */
const FLAGS = [
  ...['-trimpath', '-buildvcs=false', '-ldflags', '-s -w'],
  // The linker drops it anyway; not making it saves a tenth of the time.
  '-gcflags=all=-dwarf=false',
];

/**
 * Builds a tool and puts it at its `toolPath`, whole or not at all.
 *
 * @returns why it could not be built, in Go's own words; nothing when it could.
 */
export async function buildTool(
  tool: Tool,
  overlay: string,
): Promise<string | undefined> {
  mkdirSync(toolsFolder(), { recursive: true });
  // A folder of its own: two runs may build the same tool at once.
  const folder = mkdtempSync(join(toolsFolder(), 'build-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = atExit(remove);
  try {
    const args = [...FLAGS, '-overlay', overlay];
    const source = await sourceOf(tool);
    const outcome = await attempt(
      'go',
      source.folder === undefined
        ? ['install', ...args, source.package]
        : ['build', ...args, '-mod=readonly', '-o', folder, source.package],
      {
        env: { ...process.env, GOBIN: folder },
        cwd: source.folder,
        limitMs: BUILD_LIMIT_MS,
      },
    );
    if (outcome.exitCode !== 0) {
      return outcome.exitCode === STOPPED
        ? `stopped after ${BUILD_LIMIT_MS / 60_000} minutes`
        : goWords(outcome.stderr);
    }
    // The only file there, whatever Go calls it.
    const [program] = readdirSync(folder);
    renameSync(join(folder, program), toolPath(tool));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    remove();
    forget();
  }
}

async function sourceOf(
  tool: Tool,
): Promise<{ package: string; folder?: string }> {
  if ('folder' in tool) {
    return { package: tool.package ?? '.', folder: ownFolder(tool) };
  }
  if (tool.module === undefined) {
    return { package: `${tool.package}@${tool.version}` };
  }
  const folder = await moduleFolder(tool.module, tool.version);
  return { package: tool.package, folder };
}
