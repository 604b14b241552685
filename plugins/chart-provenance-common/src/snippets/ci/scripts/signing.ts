import { Demand } from '../plan';
import { CiSettings } from './settings';
import { CiStep } from './types';

const REFERENCE = '"$CHART_REPOSITORY@$digest"';

/** The predicate types that are attested, as cosign calls them. */
const ATTESTED = ['cyclonedx', 'slsaprovenance1'] as const;

/**
 * A Sigstore of one's own is named by files: the signing config of the repository, and the trusted root that verifiers have too.
 *
 * @internal
 */
export function ownSigstore({ plan: { root } }: CiSettings): string | null {
  return root === null || root.type === 'publicGood' ? null : root.trustedRoot;
}

/** @internal */
export function signStep(settings: CiSettings): CiStep {
  return {
    name: 'Sign',
    why: [
      'By digest: a tag could point elsewhere by the time it is signed.',
      ...(usesKey(settings)
        ? [
            'The policy asks for a key: it comes in by a variable, never by a file of the repository.',
          ]
        : []),
    ],
    script: [
      'digest=$(cat release/digest)',
      ...trustedRootFile(settings),
      ...manners(settings).map(
        manner => `cosign sign --yes${http(settings)}${manner} ${REFERENCE}`,
      ),
    ],
  };
}

/** @internal */
export function attestSbomStep(settings: CiSettings): CiStep {
  return {
    name: 'Attest the bill of materials',
    why: ['Signed by the same identity, so that it can be told whose it is.'],
    script: [
      'digest=$(cat release/digest)',
      ...attestLines(settings, 'cyclonedx', 'release/sbom.cdx.json'),
    ],
  };
}

/** @internal */
export function attestProvenanceStep(settings: CiSettings): CiStep {
  return {
    name: 'Attest where it was built',
    why: [
      'SLSA provenance, written by this job about itself: source and commit. The certificate says the same, and is what verifiers compare it with.',
    ],
    script: [
      'digest=$(cat release/digest)',
      'jq -n --arg source "$RELEASE_SOURCE" --arg ref "$RELEASE_REF" --arg commit "$RELEASE_COMMIT" \\',
      '  --arg builder "$RELEASE_BUILDER" --arg run "$RELEASE_RUN" --arg pipeline "$RELEASE_PIPELINE" --arg type "$BUILD_TYPE" \'{',
      '    buildDefinition: {',
      '      buildType: $type,',
      '      externalParameters: {workflow: {repository: $source, ref: $ref, path: $pipeline}},',
      '      resolvedDependencies: [{uri: "git+\\($source)@\\($ref)", digest: {gitCommit: $commit}}]',
      '    },',
      '    runDetails: {builder: {id: $builder}, metadata: {invocationId: $run}}',
      "  }' >release/provenance.json",
      ...attestLines(settings, 'slsaprovenance1', 'release/provenance.json'),
    ],
  };
}

/** @internal */
export function verifyStep(settings: CiSettings): CiStep {
  return {
    name: 'Verify the signature',
    why: [
      'Nothing of the publishing job is trusted here but the digest: who signed it is asked anew, exactly as the policy does.',
    ],
    script: [
      'digest=$CHART_DIGEST',
      ...verifierFiles(settings),
      ...settings.plan.demands.map(
        (demand, index) =>
          `cosign verify${verifierFlags(
            settings,
            demand,
            index,
          )} ${REFERENCE} >/dev/null`,
      ),
    ],
  };
}

/** @internal */
export function verifyAttestationsStep(settings: CiSettings): CiStep {
  const [demand] = settings.plan.demands;
  return {
    name: 'Verify the attestations',
    why: ['A missing attestation fails here, not in a cluster.'],
    script: [
      'digest=$CHART_DIGEST',
      ...verifierFiles(settings),
      ...ATTESTED.map(
        type =>
          `cosign verify-attestation --type ${type}${bundleFlag(
            settings,
            type,
          )}${verifierFlags(settings, demand, 0)} ${REFERENCE} >/dev/null`,
      ),
    ],
  };
}

function attestLines(
  settings: CiSettings,
  type: (typeof ATTESTED)[number],
  predicate: string,
): string[] {
  // The signer of the first policy attests: a verdict asks for the attestations of the one who signed.
  return [
    `cosign attest --yes${http(settings)}${
      manners(settings)[0]
    } --type ${type} --predicate ${predicate} ${REFERENCE}`,
  ];
}

/** cosign 2 finds what the attest action wrote only when told that it is a bundle. */
function bundleFlag(
  { cosign, provenance }: CiSettings,
  type: (typeof ATTESTED)[number],
): string {
  return cosign === '2' &&
    type === 'slsaprovenance1' &&
    provenance === 'attest-action'
    ? ' --new-bundle-format'
    : '';
}

function http({ place }: CiSettings): string {
  return place.plainHttp ? ' --allow-http-registry' : '';
}

function usesKey({ plan }: CiSettings): boolean {
  return plan.demands.some(({ kind }) => kind === 'key');
}

/** The ways to sign that the demands ask for; one keyless signature serves all of its demands. */
function manners(settings: CiSettings): string[] {
  const { demands } = settings.plan;
  const services =
    ownSigstore(settings) === null
      ? ''
      : ' --signing-config "$SIGNING_CONFIG" --trusted-root trusted_root.json';
  return [
    ...(demands[0]?.kind === 'key' ? [' --key env://COSIGN_PRIVATE_KEY'] : []),
    ...(demands.some(({ kind }) => kind === 'keyless') ? [services] : []),
    ...(demands[0]?.kind === 'keyless' && usesKey(settings)
      ? [' --key env://COSIGN_PRIVATE_KEY']
      : []),
  ];
}

function trustedRootFile(settings: CiSettings): string[] {
  return ownSigstore(settings) === null
    ? []
    : [`printf '%s' "$TRUSTED_ROOT" | base64 -d >trusted_root.json`];
}

function verifierFiles(settings: CiSettings): string[] {
  return [
    ...trustedRootFile(settings),
    ...settings.plan.demands.flatMap((demand, index) =>
      demand.kind === 'key'
        ? [
            `printf '%s' "$SIGNER_KEY${suffix(
              index,
            )}" | base64 -d >signer${suffix(index)}.pub`,
          ]
        : [],
    ),
  ];
}

/**
 * The variables of several demands are told apart by a number.
 *
 * @internal
 */
export function suffix(index: number): string {
  return index === 0 ? '' : `_${index + 1}`;
}

function verifierFlags(
  settings: CiSettings,
  demand: Demand,
  index: number,
): string {
  const end = suffix(index);
  if (demand.kind === 'key') {
    return `${http(settings)} --key signer${end}.pub`;
  }
  const root =
    ownSigstore(settings) === null ? '' : ' --trusted-root trusted_root.json';
  return [
    http(settings),
    root,
    ` --certificate-oidc-issuer "$SIGNER_ISSUER${end}"`,
    demand.pattern === undefined
      ? ` --certificate-identity "$SIGNER_SUBJECT${end}"`
      : ` --certificate-identity-regexp "^(?:$SIGNER_PATTERN${end})\\$"`,
    demand.trigger === undefined || settings.provider !== 'github'
      ? ''
      : ` --certificate-github-workflow-trigger "$SIGNER_TRIGGER${end}"`,
    settings.provider === 'github'
      ? ' --certificate-github-workflow-repository "$RELEASE_REPOSITORY"'
      : '',
  ].join('');
}
