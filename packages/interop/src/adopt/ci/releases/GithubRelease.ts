import { join } from 'node:path';
import {
  actionsClaims,
  releaseWorkflow,
  type WorkflowSigner,
} from '../../../company/signers.ts';
import type { Versions } from '../ground/programs.ts';
import type { CiGround } from '../ground/startGround.ts';
import { chartInput, ownRoot } from '../inputs.ts';
import { generateCi, type Choice, type CiInput } from '../product.ts';
import { runGithubJob, type Contexts } from '../runner/githubJob.ts';
import type { JobOutputs } from '../runner/Job.ts';

const OWN: Versions = { helm: 'helm', cosign: 'cosign', publicGood: false };
const NEEDED: Choice = {
  provenance: 'cosign',
  environment: 'none',
  promote: 'tag',
};

/** One release of the payments chart by the generated workflow, in a repository of its own. */
export class GithubRelease {
  readonly input: CiInput;
  private readonly ground: CiGround;
  private readonly versions: Versions;
  private readonly text: string;

  constructor(
    ground: CiGround,
    options: {
      versions?: Versions;
      chosen?: Choice;
      changes?: Partial<CiInput>;
    } = {},
  ) {
    const { versions = OWN, chosen = {}, changes = {} } = options;
    this.ground = ground;
    this.versions = versions;
    const input = chartInput(ground.registry.host, 'distribution', 'github');
    this.input = {
      ...input,
      chart: {
        ...input.chart,
        repository: `${ground.fresh('acme/charts')}/payments`,
      },
      roots: versions.publicGood ? input.roots : ownRoot(ground.trustedRoot),
      ...changes,
    };
    this.text = generateCi('github-actions', this.input, {
      ...NEEDED,
      helm: versions.helm === 'helm3' ? '3' : '4',
      cosign: versions.cosign === 'cosign2' ? '2' : '3',
      ...chosen,
    }).files[0].text;
  }

  /** @param options - `leaveOut`: steps that do not run @throws StepFailed */
  publish(
    workspace: string,
    options: {
      signer?: WorkflowSigner;
      tag?: string;
      leaveOut?: readonly string[];
      secrets?: Contexts;
    } = {},
  ): Promise<JobOutputs> {
    const { signer, tag = 'v1.8.2', leaveOut, secrets = {} } = options;
    const by = signer ?? releaseWorkflow('acme/payments', '1.8.2');
    this.ground.tokens.give(() =>
      this.ground.sigstore.actions.token(actionsClaims(by, 7)),
    );
    return runGithubJob('publish', {
      text: this.text,
      workspace,
      leaveOut,
      contexts: this.contexts(tag, {
        'vars.REGISTRY_USER': 'acme',
        'secrets.REGISTRY_PASSWORD': 'loopback-only',
        ...secrets,
      }),
      machine: {
        ...this.ground.machine(this.versions),
        ...this.ground.tokens.env,
      },
    });
  }

  /** On a machine of its own, without a way to get a token. @throws StepFailed */
  async after(
    job: 'verify' | 'gate' | 'legacy' | 'promote',
    published: JobOutputs,
    more: {
      machine?: NodeJS.ProcessEnv;
      contexts?: Contexts;
      workspace?: string;
    } = {},
  ): Promise<void> {
    const { machine = {}, contexts = {} } = more;
    await runGithubJob(job, {
      text: this.text,
      workspace:
        more.workspace ??
        join(this.ground.folder, this.ground.fresh('workspace')),
      contexts: this.contexts('v1.8.2', {
        'vars.REGISTRY_USER': 'acme',
        'secrets.REGISTRY_PASSWORD': 'loopback-only',
        'vars.REGISTRY_READER': 'acme',
        'secrets.REGISTRY_READER_PASSWORD': 'loopback-only',
        'secrets.CHART_PROVENANCE_TOKEN': 'loopback-only',
        ...contexts,
        ...Object.fromEntries(
          Object.entries(published).map(([name, value]) => [
            `needs.publish.outputs.${name}`,
            value,
          ]),
        ),
      }),
      machine: { ...this.ground.machine(this.versions), ...machine },
    });
  }

  private contexts(tag: string, more: Contexts): Contexts {
    return {
      'github.ref_name': tag,
      'github.ref': `refs/tags/${tag}`,
      'github.sha': '1'.repeat(40),
      'github.server_url': 'https://github.com',
      'github.repository': 'acme/payments',
      'github.workflow_ref': `acme/payments/.github/workflows/release.yml@refs/tags/${tag}`,
      'github.run_id': '18400000007',
      'github.run_attempt': '1',
      ...more,
    };
  }
}
