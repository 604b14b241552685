import { registryQuirks } from '../../quirks/registryQuirks';
import {
  isProvenance,
  predicateTypeMatches,
} from '../../policy/predicateTypes';
import { CiSettings } from './scripts';
import { ownSigstore } from './scripts';

const SBOM_TYPE = 'https://cyclonedx.org/bom';

/**
 * What somebody has to know or set up before a pipeline runs.
 *
 * @param needs - variables and secrets, in words
 * @internal
 */
export function ciNotes(
  settings: CiSettings,
  needs: readonly string[],
): string[] {
  return [
    ...identityNotes(settings),
    ...(needs.length === 0 ? [] : [`It needs ${needs.join('; ')}.`]),
    ...sigstoreNotes(settings),
    'The bill of materials lists subcharts and the images of one rendering, with the values it was rendered with; packages inside the images are not in it.',
    ...(settings.helm === '3'
      ? [
          'Helm 3 gets no fixes any more, and its archives differ at every packaging: a run that broke off after the push cannot be repeated with the same version.',
        ]
      : []),
    ...registryNotes(settings),
    ...legacyNotes(settings),
    ...settings.plan.notes,
  ];
}

/**
 * What a pipeline cannot do.
 *
 * @internal
 */
export function cannotDo(settings: CiSettings): string[] {
  const missing = settings.input.policies
    .flatMap(({ requireAttestations }) => requireAttestations)
    .filter(
      ({ type }) =>
        !isProvenance(type) &&
        !predicateTypeMatches(type, SBOM_TYPE) &&
        type !== 'https://slsa.dev/provenance',
    );
  return [
    ...missing.map(
      ({ type }) =>
        `The policy also asks for the attestation ${type}, which is not made here: the version is not verified until something attests it.`,
    ),
    ...settings.input.policies
      .flatMap(({ requireAttestations }) => requireAttestations)
      .filter(({ anyOf }) => anyOf !== undefined)
      .slice(0, 1)
      .map(
        () =>
          'The policy names others who must attest than who signs: check that this pipeline is one of them.',
      ),
    ...(settings.plan.runner === 'self-hosted'
      ? [
          'Its jobs run on runners of your own, as the policy asks: unless each job gets a fresh machine, the job that verifies stands on what the one that publishes left behind.',
        ]
      : []),
    'It cannot keep a tag from being moved later; that is what immutable tags of the registry and pins by digest are for.',
    'It proves who built the chart, not that what was built is harmless.',
    ...(notAsked(settings)
      ? [
          'cosign does not compare every member that the policy asks of a certificate (ids of repository and owner, kind of runner): the gate does.',
        ]
      : []),
  ];
}

function notAsked({ input }: CiSettings): boolean {
  return input.policies.some(({ anyOf }) =>
    anyOf.some(
      one =>
        one.kind === 'keyless' &&
        (one.sourceOwnerId ??
          one.sourceRepositoryId ??
          one.runnerEnvironment) !== undefined,
    ),
  );
}

function identityNotes({ plan, provider }: CiSettings): string[] {
  const { identity } = plan;
  if (identity === null) {
    return provider === 'shell'
      ? [
          'The token it signs with must be of the identity that the policy names; cosign takes it from SIGSTORE_ID_TOKEN.',
        ]
      : [];
  }
  const place = `${identity.file} in ${identity.repository}`;
  return [
    plan.proposed
      ? `Nobody has said who may sign this chart. This signs as ${place}: ask the operator for a policy that names it.`
      : `It must be ${place}, started as written: that is the identity the policy names. Under another name its signatures count for nothing.`,
    ...(identity.ref.kind === 'tag' && identity.ref.only !== undefined
      ? [
          `The policy names the one tag ${identity.ref.only}: no other release ever meets it. Ask the operator for a subjectPattern.`,
        ]
      : []),
  ];
}

function sigstoreNotes(settings: CiSettings): string[] {
  const { plan } = settings;
  if (plan.root === null) {
    return [
      'It signs with a key, as the policy asks. Whoever reads that secret can sign: a keyless signer has none.',
    ];
  }
  return ownSigstore(settings) === null
    ? [
        'Keyless signatures under the public instance are in a public log for good, with the names of repository and workflow.',
      ]
    : [
        'The policy names a Sigstore of your own: put its signing config (cosign signing-config create) at .sigstore/signing_config.json. Its trusted root is in the text.',
      ];
}

function registryNotes({ input }: CiSettings): string[] {
  const { immutability, retention } = registryQuirks(input.chart.registryKind);
  return [immutability, ...(retention === null ? [] : [retention])];
}

function legacyNotes({ legacy, input }: CiSettings): string[] {
  if (legacy !== null) {
    return [
      'Registry and legacy repository get the same archive. While both have it, a consumer goes back by its old repository URL at the same version; nothing has to be packaged again.',
    ];
  }
  return input.legacy === null
    ? []
    : [
        'The legacy repository gets nothing from this pipeline; consumers that still take the chart there stay at what it has.',
        ...(input.legacy.server === 'unknown'
          ? [
              'The address of the legacy repository does not tell what serves it: choose that, and the same archive is published there too.',
            ]
          : []),
      ];
}
