import type { SnippetOption } from '../../api/snippetTypes';
import { SnippetError } from '../SnippetError';
import type { SnippetInput } from '../types';
import { chartPlace, Provider, SigningPlan, signingPlan } from './plan';
import { legacyChoices, legacyTarget } from './legacyTarget';
import { CiSettings } from './scripts';

/** No environment of the gate can have this name in a choice beside the others. */
const NO_GATE = 'none';

/**
 * Why no pipeline can be written; null when one can.
 *
 * @internal
 */
export function whyUnavailable(
  provider: Provider,
  input: SnippetInput,
): string | null {
  try {
    chartPlace(input);
    const plan = signingPlan(provider, input);
    return typeof plan === 'string' ? plan : null;
  } catch (error) {
    if (error instanceof SnippetError) {
      return error.message;
    }
    throw error;
  }
}

/**
 * What can be chosen for a pipeline of this chart.
 *
 * @internal
 */
export function ciOptions(
  provider: Provider,
  input: SnippetInput,
): SnippetOption[] {
  const legacy = legacyChoices(provider, input);
  return [
    ...toolOptions(provider, input),
    option('environment', 'Gate for', [
      ...environments(input).map(name => [name, name] as const),
      [NO_GATE, 'do not ask the gate'],
    ]),
    option('promote', 'Promotion', [
      ['tag', 'a tag in the registry'],
      ...(provider === 'shell'
        ? []
        : [['pull-request', 'a pull request with the digest'] as const]),
      ['none', 'none: the release ends verified'],
    ]),
    ...(legacy.length === 0
      ? []
      : [option('legacy', 'Legacy repository', legacy)]),
  ];
}

function toolOptions(provider: Provider, input: SnippetInput): SnippetOption[] {
  const plan = planOf(provider, input);
  const root = plan?.root ?? null;
  const own = root !== null && root.type !== 'publicGood';
  const keyed = plan?.demands.some(({ kind }) => kind === 'key');
  return [
    option('helm', 'Helm', [
      ['4', 'Helm 4'],
      ['3', 'Helm 3 (no longer maintained)'],
    ]),
    option('cosign', 'cosign', [
      ['3', 'cosign 3'],
      // cosign 2 takes no signing config, which is how a Sigstore of one's own is named.
      ...(own ? [] : [['2', 'cosign 2'] as const]),
    ]),
    ...(provider === 'github'
      ? [
          option('provenance', 'Who attests where it was built', [
            // The action signs under the public instance or GitHub's own, and keyless always.
            ...(own || keyed
              ? []
              : [
                  [
                    'attest-action',
                    "GitHub's attest action (public repositories)",
                  ] as const,
                ]),
            ['cosign', 'cosign (private repositories too)'],
          ]),
        ]
      : []),
  ];
}

/**
 * Everything that is decided before a text is written.
 *
 * @throws SnippetError
 * @internal
 */
export function settingsOf(
  provider: Provider,
  input: SnippetInput,
  options: Readonly<Record<string, string>>,
): CiSettings {
  const place = chartPlace(input);
  const plan = signingPlan(provider, input);
  if (typeof plan === 'string') {
    throw new SnippetError('not-available', plan);
  }
  const { helm, cosign, provenance, environment, promote } = options;
  return {
    ...{ provider, input, place, plan },
    helm: helm === '3' ? '3' : '4',
    cosign: cosign === '2' ? '2' : '3',
    provenance: provenance === 'attest-action' ? 'attest-action' : 'cosign',
    environment: environment === NO_GATE ? null : environment,
    promote: promote === 'tag' || promote === 'pull-request' ? promote : 'none',
    legacy: legacyTarget(provider, input, options.legacy),
  };
}

function planOf(
  provider: Provider,
  input: SnippetInput,
): SigningPlan | undefined {
  try {
    const plan = signingPlan(provider, input);
    return typeof plan === 'string' ? undefined : plan;
  } catch {
    return undefined;
  }
}

/** Enforced ones first: they are what a release has to get through. */
function environments({ gate }: SnippetInput): string[] {
  const names = [
    ...gate.environments.filter(one => one.enforced),
    ...gate.environments.filter(one => !one.enforced),
  ].map(({ name }) => name);
  return [...new Set([...names, 'default'])].filter(name => name !== NO_GATE);
}

function option(
  name: string,
  title: string,
  values: readonly (readonly [string, string])[],
): SnippetOption {
  return {
    ...{ name, title },
    values: values.map(([value, words]) => ({ value, title: words })),
    value: values[0][0],
  };
}
