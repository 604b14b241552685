import { join } from 'node:path';
import { DEMO, ROOT } from './paths.mjs';
import { resolveFromRoot } from './toolchain.mjs';

/** Arguments for Node that load the workspace's TypeScript as it stands. */
export function withTransform(...args) {
  return [
    '--require',
    resolveFromRoot('@backstage/cli/config/nodeTransform.cjs'),
    ...args,
  ];
}

/** The registry with the example charts. What is pushed or moved there is kept in the demo's folder. */
export function registryArguments(registryPort) {
  return withTransform(
    join(ROOT, 'packages/dev-registry/src/serve.ts'),
    ...['--root', join(ROOT, 'examples/registry')],
    ...['--overlay', join(DEMO, 'registry')],
    ...['--port', String(registryPort)],
  );
}

/** The chart repository from before the registry. */
export function legacyArguments(legacyPort) {
  return [
    join(ROOT, 'examples/legacy/serve.mjs'),
    ...['--port', String(legacyPort)],
  ];
}

/** A cluster, as far as somebody who lists its resources can tell. */
export function clusterArguments({ objects, port }) {
  return [
    join(ROOT, 'scripts/clusterServer.mjs'),
    ...['--objects', objects],
    ...['--port', String(port)],
  ];
}

/** The backend, which also serves the app. */
export function backendArguments(configFiles) {
  return withTransform(
    join(ROOT, 'packages/backend/src/index.ts'),
    ...configFiles.flatMap(file => ['--config', file]),
  );
}

/** Moves the tags of `examples/registry/moves.json`; a second time changes nothing. */
export function moveArguments(registryPort) {
  return withTransform(
    join(ROOT, 'packages/dev-registry/src/move.ts'),
    ...['--registry', `http://localhost:${registryPort}`],
    ...['--moves', join(ROOT, 'examples/registry/moves.json')],
  );
}
