import { DevRegistry } from './DevRegistry';
import { openLayoutDirectory } from './layouts/openLayoutDirectory';
import { applyMoves } from './moves/applyMoves';
import { readMoves } from './moves/readMoves';
import { startDevRegistry } from './startDevRegistry';

/**
 * @public
 */
export interface ServeDemoOptions {
  /** The directory with the layouts, e.g. `examples/registry`. */
  root: string;
  /** See `LayoutDirectoryOptions`. Without it the registry is read-only. */
  overlayDirectory?: string;
  /** A file of moves to make at start; needs an overlay. */
  moves?: string;
  /** Default 5050, the port in the demo's configuration. */
  port?: number;
  log?: (line: string) => void;
}

/**
 * Serves the example company's charts. Rejects when the port is taken or a move cannot be made.
 *
 * @public
 */
export async function serveDemo(
  options: ServeDemoOptions,
): Promise<DevRegistry> {
  const { root, overlayDirectory, moves, port = 5050, log } = options;
  const layouts = await openLayoutDirectory(root, { overlayDirectory });
  const registry = await startDevRegistry({ ...layouts, port, log });
  try {
    if (moves !== undefined) {
      await applyMoves(registry, await readMoves(moves));
    }
  } catch (error) {
    await registry.close();
    throw error;
  }
  return registry;
}
