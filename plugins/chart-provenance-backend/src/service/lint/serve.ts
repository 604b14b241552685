/**
 * Runs in a thread of its own, and nowhere else: checks the texts that it is sent. Exports nothing.
 *
 * @packageDocumentation
 */
import { parentPort } from 'node:worker_threads';
import { lintText } from 'backstage-plugin-chart-provenance-common/lint';
import { Asked, Told } from './messages';

/** The first text costs the compiling of all that reads it, which is not the caller's to pay. */
const WARM = [
  '```sh\nhelm push a-1.0.0.tgz oci://ghcr.io/Acme/charts | tee a\ncosign verify ghcr.io/acme/a\n```\n```yaml\napiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: {source: {repoURL: "oci://ghcr.io/acme", chart: a}}\n```\n',
].join('');

for (let round = 0; round < 20; round += 1) {
  lintText({ text: WARM, filename: 'a.md' });
}

// What throws here ends the thread, and whoever started it is told.
parentPort?.on('message', ({ id, request }: Asked) => {
  tell({ type: 'answer', id, report: lintText(request) });
});
tell({ type: 'ready' });

function tell(message: Told): void {
  parentPort?.postMessage(message);
}
