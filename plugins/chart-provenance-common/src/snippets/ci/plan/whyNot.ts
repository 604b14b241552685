import type { SnippetInput } from '../../types';
import { Provider } from './types';

const PIPELINE: Record<Provider, string> = {
  github: 'a workflow on github.com',
  gitlab: 'a pipeline of GitLab',
  shell: 'anybody',
};

/**
 * Why nobody can be proposed where no policy says who may sign.
 *
 * @internal
 */
export function noPipeline(
  provider: Provider,
  { chart }: SnippetInput,
): string {
  return chart.expectedSource === null
    ? 'Nobody has said who may sign this chart, nor where its source is: ask the operator for a policy, or for “source” in the rule of its repository.'
    : `Nobody has said who may sign this chart, and its source is not that of ${PIPELINE[provider]} that could be proposed: ask the operator for a policy.`;
}

/**
 * Why no pipeline of this kind can meet the policies.
 *
 * @internal
 */
export function noSigner(provider: Provider, input: SnippetInput): string {
  const signers = input.policies.flatMap(({ anyOf }) => anyOf);
  const types = new Set(
    signers.map(one =>
      one.kind === 'keyless'
        ? input.roots.find(({ id }) => id === one.root)?.type
        : one.kind,
    ),
  );
  if (types.size === 1 && types.has('keyring')) {
    return 'The policy takes a Helm provenance file alone, signed with an OpenPGP key (helm package --sign); a pipeline that holds that key is not generated. Ask the operator for a keyless signer.';
  }
  if (types.size === 1 && types.has('store')) {
    return 'The policy takes a Notation signature alone, which is not generated. Ask the operator for a keyless signer.';
  }
  if (types.size === 1 && types.has('github')) {
    return "The policy takes signatures under GitHub's own Sigstore instance alone, which cosign cannot sign with; ask the operator for a signer under the public instance or one of your own.";
  }
  return provider === 'shell'
    ? 'No policy of this chart takes a signature that cosign can make: a keyless one under a root that is known here, or one with a key other than Ed25519.'
    : `The policies of this chart are not met by any one release pipeline of this kind: they name another host, another repository than the chart's source, leave the workflow open, or name no one who is ${PIPELINE[provider]}.`;
}
