// `npm start` and `yarn start`: sets everything up and runs the example company: registry, backend, app.
import { buildApp } from './lib/appBundle.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { CLUSTERS, PAGES, pageOf, prepareDemo } from './lib/demo.mjs';
import {
  backendArguments,
  clusterArguments,
  legacyArguments,
  registryArguments,
} from './lib/demoServices.mjs';
import { moveTagsOnceSeen } from './lib/moves.mjs';
import { freePort } from './lib/ports.mjs';
import { runScript, say, Stop } from './lib/say.mjs';
import { Services } from './lib/services.mjs';
import { toolchain } from './lib/toolchain.mjs';

const READY_WITHIN_MS = 180_000;
const VERBOSE = process.argv.includes('--verbose');

/** Somebody pressed Ctrl-C. */
class Interrupted extends Error {}

/** Resolves when the address answers 200; rejects when `ended` does, or after the limit. */
async function ready(address, ended) {
  const limit = Date.now() + READY_WITHIN_MS;
  while (Date.now() < limit) {
    const answer = await Promise.race([
      fetch(address, { signal: AbortSignal.timeout(2000) }).catch(
        () => undefined,
      ),
      ended,
    ]);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Stop(
    `${address} did not answer within ${READY_WITHIN_MS / 1000} s.`,
    'Run `npm start -- --verbose` to see why.',
  );
}

/** Starts one service; its last lines are part of the message when it ends by itself. */
function startService(services, name, node, args, env) {
  let tail = [];
  return new Promise((_, reject) => {
    services.start(name, node, args, {
      env,
      onLine: line => {
        tail = [...tail.slice(-25), line];
        if (VERBOSE) say(`[${name}] ${line}`);
        // A backend that could not start stays up to say so; whoever waits for it wants to know now.
        if (line.includes('Backend startup failed')) {
          setTimeout(
            () =>
              reject(
                new Stop(`The ${name} did not start:\n${tail.join('\n')}`),
              ),
            500,
          );
        }
      },
      onExit: code =>
        reject(
          new Stop(
            `The ${name} ended by itself (exit code ${code}):\n${tail.join(
              '\n',
            )}`,
          ),
        ),
    });
  });
}

await runScript(async () => {
  const began = Date.now();
  const port = await freePort('PORT', 7007);
  const registryPort = await freePort('REGISTRY_PORT', 5050);
  const legacyPort = await freePort('LEGACY_PORT', 5080);
  const clusterPort = await freePort('CLUSTER_PORT', 6101, CLUSTERS.length);
  const { node, yarn, env } = await toolchain();
  await installDependencies({ node, yarn, env });
  await buildApp({ node, env });
  const demo = prepareDemo({ port, registryPort, legacyPort, clusterPort });

  const services = new Services();
  let interrupt;
  const interrupted = new Promise((_, reject) => {
    interrupt = () => reject(new Interrupted());
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, interrupt);

  const run = (name, args) =>
    startService(services, name, node, args, {
      ...env,
      NODE_ENV: 'development',
      ...demo.env,
    });
  try {
    say(
      '• Starting the registries with the example charts, old and new, and three clusters',
    );
    const places = [
      run('registry', registryArguments(registryPort)),
      run('legacy repository', legacyArguments(legacyPort)),
      ...demo.clusters.map(cluster =>
        run(`cluster ${cluster.name}`, clusterArguments(cluster)),
      ),
    ];
    for (const address of [
      `http://localhost:${registryPort}/v2/`,
      `http://localhost:${legacyPort}/index.yaml`,
      ...demo.clusters.map(
        cluster => `http://localhost:${cluster.port}/apis/argoproj.io`,
      ),
    ]) {
      await ready(address, Promise.race([...places, interrupted]));
    }
    say('• Starting the backend, which also serves the app');
    const backend = run('backend', backendArguments(demo.config));
    const ended = Promise.race([...places, backend, interrupted]);
    await ready(`${demo.base}/.backstage/health/v1/readiness`, ended);
    say(
      `\n✔ Ready after ${Math.round((Date.now() - began) / 1000)} s: ${
        demo.base
      }`,
    );
    say('\n  Look at (verdicts are there within a minute):');
    for (const [component, story] of PAGES)
      say(`  ${pageOf(demo.base, component).padEnd(78)} ${story}`);
    say(
      `\n  Ctrl-C stops everything. What was indexed is kept in ${
        process.env.CHART_PROVENANCE_DEMO ?? '.demo'
      }; delete that folder to begin anew.`,
    );
    const moved = moveTagsOnceSeen({
      base: demo.base,
      registryPort,
      node,
      env,
    });
    await Promise.race([ended, moved.then(() => ended)]);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  } finally {
    say('\n• Stopping');
    await services.stop();
  }
  // What is left is only signal handlers and sockets of this process itself.
  process.exit(0);
});
