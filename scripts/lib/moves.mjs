import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runToEnd } from './child.mjs';
import { Stop } from './say.mjs';

const CHECKOUT = '/api/chart-provenance/entities/component/default/checkout';

/** Has the index seen every tag of `checkout` at least once? */
async function checkoutSeen(base) {
  const signIn = await fetch(`${base}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!signIn.ok) return false;
  const { backstageIdentity } = await signIn.json();
  const answer = await fetch(`${base}${CHECKOUT}`, {
    headers: { authorization: `Bearer ${backstageIdentity.token}` },
  });
  if (!answer.ok) return false;
  const { charts } = await answer.json();
  return charts.some(chart => chart.state === 'indexed');
}

/**
 * Lets the example company's tags move, as somebody with push rights would: after the index has seen where they pointed
 * before, since a move is only known to whoever looked twice. Moving again changes nothing.
 */
export async function moveTagsOnceSeen({
  base,
  registryPort,
  node,
  transform,
  env,
}) {
  while (!(await checkoutSeen(base).catch(() => false))) {
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  const { code, output } = await runToEnd(
    node,
    [
      ...[
        '--require',
        transform,
        join(ROOT, 'packages/dev-registry/src/move.ts'),
      ],
      ...['--registry', `http://localhost:${registryPort}`],
      ...['--moves', join(ROOT, 'examples/registry/moves.json')],
    ],
    { cwd: ROOT, env, quiet: true },
  );
  if (code !== 0)
    throw new Stop(`The demo's tags could not be moved:\n${output}`);
}
