import { compareGate } from '../../../consumers/gate';
import type { SnippetInput } from '../../types';
import { ChartPin, yamlWord } from '../facts';
import { FluxTrust } from '../flux/fluxTrust';
import { LAYER_SELECTOR, refLines } from '../flux/ociRepositoryLines';
import { verifyLines } from '../flux/verifyLines';
import { EditError } from './EditError';
import { isThisChart } from './isThisChart';
import { MapEditor } from './MapEditor';
import { upgradeNotes } from './upgradeNotes';

/** Pins an OCIRepository to the digest, and gives it what it lacks: a layer selector, and verification. @returns notes */
export function changeOciRepository(
  repository: MapEditor,
  input: SnippetInput,
  pin: ChartPin,
  trust: FluxTrust | undefined,
): string[] {
  const spec = repository.map('spec');
  const url = spec.scalar('url') ?? '';
  if (!url.startsWith('oci://') || !isThisChart(input, url)) {
    throw new EditError(
      'its url is not this chart as it is, without a template',
    );
  }
  const notes = changeRef(spec, pin);
  if (!spec.has('layerSelector')) {
    spec.insertAfter('url', LAYER_SELECTOR);
  }
  return [...notes, ...changeVerify(spec, input, pin, trust)];
}

function changeRef(spec: MapEditor, pin: ChartPin): string[] {
  const { tag, digest } = pin;
  const ref = spec.mapOrNone('ref');
  if (ref === undefined) {
    spec.insertAfter('url', refLines(pin));
    return ['It had no ref, so it took the tag latest.'];
  }
  const pinned = ref.scalar('digest');
  const was = ref.scalar('tag') ?? ref.scalar('semver');
  if (pinned !== undefined && pinned !== digest) {
    ref.set('digest', digest);
  }
  if (ref.has('tag')) {
    if (ref.scalar('tag') !== tag) {
      ref.set('tag', tag);
    }
    addDigest(ref, 'tag', pinned, digest);
  } else if (ref.has('semver')) {
    ref.replace('semver', 'tag', tag);
    addDigest(ref, 'semver', pinned, digest);
  } else if (pinned !== undefined) {
    ref.insertAfter('digest', [`tag: ${yamlWord(tag)}`]);
  } else {
    throw new EditError('its ref says nothing that can be pinned');
  }
  const left = ref.has('tag') && ref.has('semver');
  return [
    ...upgradeNotes(was, pin),
    ...(left || ref.has('semverFilter')
      ? [
          'What its ref says of semver stays and counts no more: the digest does.',
        ]
      : []),
  ];
}

function addDigest(
  ref: MapEditor,
  below: string,
  pinned: string | undefined,
  digest: string,
): void {
  if (pinned === undefined) {
    ref.insertAfter(below, [`digest: ${digest}`]);
  }
}

function changeVerify(
  spec: MapEditor,
  input: SnippetInput,
  pin: ChartPin,
  trust: FluxTrust | undefined,
): string[] {
  if (trust === undefined) {
    return [];
  }
  if (!spec.has('verify')) {
    spec.insertAfter('url', verifyLines(trust, pin.name));
    return [];
  }
  const verify = spec.map('verify');
  const provider = verify.scalar('provider') ?? 'cosign';
  if (
    provider !== 'cosign' ||
    verify.has('secretRef') ||
    trust.kind === 'keys'
  ) {
    return ['Its verify stays as it is: compare it with the one in the text.'];
  }
  if (isAsWanted(verify, input, trust)) {
    return [];
  }
  spec.replaceBlock('verify', verifyLines(trust, pin.name));
  return [
    'Its verify took others than those who may sign, and is replaced; comments in it go with it.',
  ];
}

function isAsWanted(
  verify: MapEditor,
  { policies, roots }: SnippetInput,
  trust: Extract<FluxTrust, { kind: 'keyless' }>,
): boolean {
  const identities = verify.has('matchOIDCIdentity')
    ? verify.maps('matchOIDCIdentity').map(one => ({
        issuer: one.scalar('issuer') ?? '',
        subject: one.scalar('subject') ?? '',
      }))
    : [];
  const [identity, ...more] = identities;
  const trustedRoot = verify.mapOrNone('trustedRootSecretRef')?.scalar('name');
  if (identity === undefined || more.length > 0) {
    return false;
  }
  if (trust.root.type !== 'publicGood') {
    return (
      trustedRoot !== undefined &&
      identity.issuer === trust.identity.issuer &&
      identity.subject === trust.identity.subject
    );
  }
  const gate = {
    kind: 'flux-verify' as const,
    provider: 'cosign' as const,
    identities,
    secretRef: null,
    verified: null,
    ...(trustedRoot === undefined ? {} : { trustedRoot }),
  };
  const publicRoots = roots.flatMap(({ id, type }) =>
    type === 'publicGood' ? [id] : [],
  );
  // What Flux cannot check in any way, such as attestations, is no fault of this one.
  const asked = policies
    .filter(({ name }) => name === trust.identity.policy)
    .map(policy => ({ ...policy, requireAttestations: [] }));
  return compareGate(gate, asked, { publicRoots }).strength === 'as-policy';
}
