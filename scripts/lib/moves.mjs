import { ROOT } from './paths.mjs';
import { runToEnd } from './child.mjs';
import { moveArguments } from './demoServices.mjs';
import { askAsGuest } from './guest.mjs';
import { Stop } from './say.mjs';

/** Has the index seen every tag of `checkout` at least once? */
async function checkoutSeen(base) {
  const entity = await askAsGuest(base, '/entities/component/default/checkout');
  return Boolean(entity?.charts.some(chart => chart.state === 'indexed'));
}

/**
 * Lets the example company's tags move, as somebody with push rights would: after the index has seen where they pointed
 * before, since a move is only known to whoever looked twice. Moving again changes nothing.
 */
export async function moveTagsOnceSeen({ base, registryPort, node, env }) {
  while (!(await checkoutSeen(base).catch(() => false))) {
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  const { code, output } = await runToEnd(node, moveArguments(registryPort), {
    cwd: ROOT,
    env,
    quiet: true,
  });
  if (code !== 0)
    throw new Stop(`The demo's tags could not be moved:\n${output}`);
}
