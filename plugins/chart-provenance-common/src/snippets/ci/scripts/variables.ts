import { base64 } from '../plan';
import { plainText } from '../../words';
import { CiSettings, TOOL_VERSIONS } from './settings';
import { ownSigstore, suffix } from './signing';

const BUILD_TYPE =
  'https://github.com/chart-provenance/chart-provenance/blob/main/docs/publishing.md#provenance';

/**
 * Everything of the chart that scripts need, name → value, as plain text: scripts themselves hold nothing of the input.
 *
 * @throws SnippetError `unsafe`
 * @internal
 */
export function variables(settings: CiSettings): Record<string, string> {
  const { place, plan, environment } = settings;
  return {
    CHART_NAME: place.name,
    CHART_PATH: `charts/${place.name}`,
    CHART_HOST: place.host,
    CHART_PARENT: place.parent,
    CHART_REPOSITORY: place.repository,
    ...(plan.identity?.ref.kind === 'branch'
      ? {}
      : { TAG_PREFIX: tagPrefix(settings) }),
    ...(plan.identity ? { RELEASE_REPOSITORY: plan.identity.repository } : {}),
    ...(settings.provider === 'shell'
      ? {}
      : { RELEASE_PIPELINE: pipelineFile(settings) }),
    VALUES_FILE: '',
    KUBE_VERSION: TOOL_VERSIONS.kubernetes,
    BUILD_TYPE,
    ...signerVariables(settings),
    ...(environment === null
      ? {}
      : {
          CHART_PROVENANCE_URL: plainText(
            settings.input.gate.apiUrl,
            'the address of this plugin',
          ),
          GATE_ENVIRONMENT: plainText(
            environment,
            'the name of the environment',
          ),
          CLI_VERSION: TOOL_VERSIONS.cli,
        }),
    ...(settings.promote === 'tag'
      ? { PROMOTED_AS: promotedAs(environment) }
      : {}),
    ...(settings.legacy === null
      ? {}
      : {
          LEGACY_URL: plainText(settings.legacy.url, 'the legacy repository'),
        }),
  };
}

/**
 * Where the pipeline has to stand: in the certificate it is part of the identity.
 *
 * @internal
 */
export function pipelineFile({ plan, provider }: CiSettings): string {
  return (
    plan.identity?.file ??
    (provider === 'github' ? '.github/workflows/release.yml' : '.gitlab-ci.yml')
  );
}

function tagPrefix({ plan }: CiSettings): string {
  const ref = plan.identity?.ref;
  return ref?.kind === 'tag' ? ref.prefix : 'v';
}

/** Comments for some of them, where a reader may have to change something. */
export const VARIABLE_NOTES: Readonly<Record<string, string>> = {
  CHART_PATH:
    'Where Chart.yaml is in this repository; change it when it is elsewhere.',
  TAG_PREFIX: 'What stands before the version in a release tag.',
  VALUES_FILE:
    "Values that the bill of materials is rendered with; empty: the chart's own.",
  SIGNER_ISSUER: "Who may sign, as the chart's policy says it.",
};

function signerVariables(settings: CiSettings): Record<string, string> {
  const root = ownSigstore(settings);
  const pairs = settings.plan.demands.flatMap((demand, index) => {
    const end = suffix(index);
    if (demand.kind === 'key') {
      return [[`SIGNER_KEY${end}`, base64(demand.pem)]];
    }
    const { issuer, subject, pattern, trigger } = demand;
    return [
      [`SIGNER_ISSUER${end}`, issuer],
      pattern === undefined
        ? [`SIGNER_SUBJECT${end}`, subject ?? '']
        : [`SIGNER_PATTERN${end}`, pattern],
      ...(trigger === undefined || settings.provider !== 'github'
        ? []
        : [[`SIGNER_TRIGGER${end}`, trigger]]),
    ];
  });
  return {
    ...Object.fromEntries(pairs),
    ...(root === null
      ? {}
      : {
          SIGNING_CONFIG: '.sigstore/signing_config.json',
          TRUSTED_ROOT: base64(root),
        }),
  };
}

/** A tag takes few characters; a name with others is not bent into one. */
function promotedAs(environment: string | null): string {
  return environment !== null &&
    /^[A-Za-z0-9][A-Za-z0-9.-]{0,40}$/.test(environment)
    ? environment
    : 'promoted';
}
