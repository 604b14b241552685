const cleanups = new Set<() => void>();
let watching = false;

/**
 * Has `cleanup` called when this process ends, also on Ctrl-C and on a
 * termination signal; the latest first. It must be synchronous.
 *
 * @returns takes it back, for when it was done earlier.
 */
export function atExit(cleanup: () => void): () => void {
  watch();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

function watch(): void {
  if (watching) {
    return;
  }
  watching = true;
  process.on('exit', () => {
    for (const cleanup of [...cleanups].reverse()) {
      cleanup();
    }
  });
  const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
  for (const [signal, code] of Object.entries(codes)) {
    // With a listener Node no longer ends by itself.
    process.once(signal, () => process.exit(code));
  }
}
