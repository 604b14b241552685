import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Steps } from '../../cluster/Steps.ts';
import {
  kubernetesNotRunnable,
  startKubernetesApi,
  type Cluster,
} from '../../services/kubernetes/kubernetesApi.ts';
import { installDefinitions } from '../../services/kubernetes/customResources.ts';
import { installed, notRunnable, type Toolbox } from '../../tools/toolbox.ts';
import { ManifestTaker } from './apiServer.ts';
import { externalSecretsDefinitions } from './definitions.ts';
import { Ground } from './ground.ts';
import {
  fetchesDependency,
  installsNothingElse,
  installsWhatIsSigned,
  refusesOlderHelm,
} from './withHelm.ts';
import { findRenovate, renovateMovesPins } from './withRenovate.ts';
import {
  gitAppliesEveryChange,
  helmfileRenders,
  scriptsMakeSecrets,
  hclHasForm,
} from './withOthers.ts';
import {
  refusesMistakes,
  takesEveryChange,
  takesEveryText,
} from './takesManifests.ts';

/** Holds generated texts for consumers against the tools they are for. @returns whether all was as it must be */
export async function runConsume(
  tools: Toolbox,
  say: (line: string) => void,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-consume-'));
  const steps = new Steps(say);
  try {
    await inCluster(tools, folder, steps, say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(steps.summary());
  return steps.succeeded;
}

async function inCluster(
  tools: Toolbox,
  folder: string,
  steps: Steps,
  say: (line: string) => void,
): Promise<void> {
  const reason = kubernetesNotRunnable(tools);
  if (reason !== undefined) {
    throw new Error(reason);
  }
  const kubernetes = await startKubernetesApi(tools, ['consume']);
  try {
    const [cluster] = kubernetes.clusters.values();
    const more = await externalSecretsDefinitions();
    await installDefinitions(cluster.admin, more);
    const taker = new ManifestTaker(cluster.admin, [
      ...kubernetes.definitions,
      ...more,
    ]);
    await steps.step('an API server takes every manifest as written', () =>
      takesEveryText(taker, say),
    );
    await steps.step("and every consumer's manifest after its change", () =>
      takesEveryChange(taker),
    );
    await steps.step('and refuses mistakes', () => refusesMistakes(taker));
    const ground = await Ground.start(tools, cluster, folder);
    try {
      await onCommandLine(ground, cluster, steps);
      await withMoreTools(tools, ground, steps, say);
    } finally {
      await ground.stop();
    }
  } finally {
    await kubernetes.stop();
  }
}

async function onCommandLine(
  ground: Ground,
  { admin }: Cluster,
  steps: Steps,
): Promise<void> {
  await steps.step('git applies every change', () =>
    gitAppliesEveryChange(ground),
  );
  await steps.step('Helm 4 installs what is signed, after cosign', () =>
    installsWhatIsSigned(ground, undefined),
  );
  await steps.step('and nothing that others signed, or nobody', () =>
    installsNothingElse(ground),
  );
  await steps.step('an older Helm is refused', () => refusesOlderHelm(ground));
  await steps.step('Helm 4 fetches the dependency', () =>
    fetchesDependency(ground, undefined),
  );
  await steps.step('the scripts make the Secrets', () =>
    scriptsMakeSecrets(ground, admin),
  );
}

/** What continuous integration does without. */
async function withMoreTools(
  tools: Toolbox,
  ground: Ground,
  steps: Steps,
  say: (line: string) => void,
): Promise<void> {
  const withTool = async (
    name: string,
    title: string,
    play: (program: string) => Promise<void>,
  ) => {
    const reason = notRunnable(tools, name);
    if (reason === undefined) {
      await steps.step(title, () => play(installed(tools, name)));
    } else {
      say(`- left out: ${title} (${reason})`);
    }
  };
  await withTool('helm3', 'Helm 3 does the same', async program => {
    const path = ground.pathWith('helm', program);
    await installsWhatIsSigned(ground, path);
    await fetchesDependency(ground, path);
  });
  await withTool('helmfile', 'Helmfile renders the chart', program =>
    helmfileRenders(ground, program),
  );
  await withTool(
    'hclfmt',
    'the text for Terraform is HCL as its formatter has it',
    program => hclHasForm(ground, program),
  );
  const renovate = findRenovate();
  const title = 'Renovate finds every pin and offers the next version';
  if ('path' in renovate) {
    await steps.step(title, () => renovateMovesPins(ground, renovate.path));
  } else {
    say(`- left out: ${title} (${renovate.reason})`);
  }
}
