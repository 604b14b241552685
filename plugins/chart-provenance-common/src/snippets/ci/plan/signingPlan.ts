import type { TrustPolicy } from '../../../policy/types';
import type { SnippetInput, SnippetRoot } from '../../types';
import { demandOf } from './demandOf';
import { pipelineCandidates, subjectsOf } from './pipelines';
import { Keyless, subjectFits } from './subjectFits';
import { Demand, PipelineIdentity, Provider, SigningPlan } from './types';
import { noPipeline, noSigner } from './whyNot';

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * Finds a pipeline that every policy of the chart lets sign: all of them hold, so each gives one demand.
 *
 * @returns why there is none, one sentence
 * @internal
 */
export function signingPlan(
  provider: Provider,
  input: SnippetInput,
): SigningPlan | string {
  const keyless = input.policies.flatMap(({ anyOf }) =>
    anyOf.filter(one => isSignable(provider, one, input)),
  );
  const identities =
    provider === 'shell'
      ? [null]
      : pipelineCandidates(provider, keyless.filter(isKeyless), input);
  for (const identity of [...identities, null]) {
    const plan = planFor(provider, identity, input);
    if (plan !== undefined) {
      return plan;
    }
  }
  return input.policies.length === 0
    ? noPipeline(provider, input)
    : noSigner(provider, input);
}

function planFor(
  provider: Provider,
  identity: PipelineIdentity | null,
  input: SnippetInput,
): SigningPlan | undefined {
  if (input.policies.length === 0) {
    return identity === null || provider === 'shell'
      ? undefined
      : proposal(provider, identity);
  }
  const chosen = input.policies.map(policy =>
    chooseSigner(provider, identity, policy, input),
  );
  const keyless = chosen.filter(one => one !== undefined && isKeyless(one));
  const roots = new Set(keyless.map(one => isKeyless(one!) && one.root));
  const demands = chosen.map(one => one && demandOf(one, input));
  if (demands.some(one => one === undefined) || roots.size > 1) {
    return undefined;
  }
  // A pipeline that no policy names is none that was meant.
  if (provider !== 'shell' && (identity === null) !== (roots.size === 0)) {
    return undefined;
  }
  return {
    identity,
    demands: distinct(demands.filter(one => one !== undefined)),
    root: rootOf(keyless.find(isKeyless), input),
    ...conditions(keyless.filter(isKeyless)),
    proposed: false,
    notes: [],
  };
}

type Signer = TrustPolicy['anyOf'][number];

function isKeyless(signer: Signer | undefined): signer is Keyless {
  return signer?.kind === 'keyless';
}

/** Keyless before a key: nothing has to be kept secret then. */
function chooseSigner(
  provider: Provider,
  identity: PipelineIdentity | null,
  policy: TrustPolicy,
  input: SnippetInput,
): Signer | undefined {
  const fitting = policy.anyOf.filter(one => isSignable(provider, one, input));
  return (
    fitting.find(one => isKeyless(one) && takes(provider, identity, one)) ??
    fitting.find(one => one.kind === 'key')
  );
}

function takes(
  provider: Provider,
  identity: PipelineIdentity | null,
  requirement: Keyless,
): boolean {
  if (provider === 'shell') {
    return true;
  }
  return (
    identity !== null &&
    requirement.issuer === issuerOf(provider, identity) &&
    subjectsOf(provider, identity, identity.ref).every(subject =>
      subjectFits(requirement, subject),
    )
  );
}

function issuerOf(provider: Provider, { host }: { host: string }): string {
  return provider === 'github' ? GITHUB_ISSUER : `https://${host}`;
}

/** Can cosign sign so at all? Not under GitHub's own instance, nor with what is no key of cosign. */
function isSignable(
  provider: Provider,
  signer: Signer,
  input: SnippetInput,
): boolean {
  if (signer.kind === 'key') {
    return demandOf(signer, input) !== undefined;
  }
  const root = isKeyless(signer) ? rootOf(signer, input) : null;
  return (
    root !== null &&
    root.type !== 'github' &&
    (root.type === 'publicGood' || root.trustedRoot !== null) &&
    (provider !== 'github' ||
      (isKeyless(signer) &&
        ['push', 'release', 'workflow_dispatch', undefined].includes(
          signer.trigger,
        )))
  );
}

function rootOf(
  requirement: Keyless | undefined,
  { roots }: SnippetInput,
): SnippetRoot | null {
  return roots.find(({ id }) => id === requirement?.root) ?? null;
}

function conditions(
  keyless: readonly Keyless[],
): Pick<SigningPlan, 'trigger' | 'runner'> {
  return {
    trigger: keyless.find(one => one.trigger)?.trigger ?? 'push',
    runner: keyless.some(one => one.runnerEnvironment === 'self-hosted')
      ? 'self-hosted'
      : 'github-hosted',
  };
}

function proposal(
  provider: 'github' | 'gitlab',
  identity: PipelineIdentity,
): SigningPlan {
  const prefix = subjectsOf(provider, identity, {
    kind: 'tag',
    prefix: '',
    only: 'v',
  })[0];
  const pattern = `${prefix.replace(/[.+]/g, '\\$&')}[0-9].*`;
  return {
    identity,
    demands: [
      { kind: 'keyless', issuer: issuerOf(provider, identity), pattern },
    ],
    root: {
      id: 'public-good',
      type: 'publicGood',
      thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
      trustedRoot: null,
    },
    trigger: 'push',
    runner: 'github-hosted',
    proposed: true,
    notes: [],
  };
}

function distinct(demands: readonly Demand[]): Demand[] {
  const seen = new Map(demands.map(one => [JSON.stringify(one), one]));
  return [...seen.values()];
}
