import { join } from 'node:path';
import { HOSTS } from '../../services/hosts.ts';
import type { Method, SignerId } from '../cells/types.ts';
import { toolEnv, type Ground } from '../ground/Ground.ts';
import { GITLAB_CLAIMS, githubClaims, isKey } from '../ground/signers.ts';

/** How one signature is to be made. */
export interface Manner {
  method: Method;
  by: SignerId;
  /** True: logged to Rekor v1, without a timestamp. */
  rekor1?: boolean;
  /** False: no entry in a transparency log. Default: where the method can have one. */
  logged?: boolean;
  /** False: no timestamp. */
  timed?: boolean;
}

/** Which cosign makes and checks what is laid down this way. */
export function cosignOf(method: Method): 'cosign' | 'cosign2' {
  return method === 'cosign3-bundle' ? 'cosign' : 'cosign2';
}

export function isBundle(method: Method): boolean {
  return method === 'cosign2-bundle' || method === 'cosign3-bundle';
}

export function cosignEnv(ground: Ground, method: Method): NodeJS.ProcessEnv {
  return {
    ...toolEnv(ground),
    ...(method === 'cosign2-oci11' ? { COSIGN_EXPERIMENTAL: '1' } : {}),
  };
}

/** What `sign` and `attest` have in common. */
export function signingArguments(ground: Ground, manner: Manner): string[] {
  return [
    '--yes',
    ...(isBundle(manner.method)
      ? bundleArguments(ground, manner)
      : legacyArguments(manner)),
    ...credentials(ground, manner.by),
  ];
}

function bundleArguments(ground: Ground, manner: Manner): string[] {
  const { logged, v1, timed, bare } = ground.signing;
  const { method } = manner;
  // cosign 2 sends Rekor v2 an entry of a kind that it does not take.
  const withLog = manner.logged !== false && method === 'cosign3-bundle';
  const withTime = manner.timed === false ? bare : timed;
  const services = withLog ? logged : withTime;
  return [
    ...(method === 'cosign2-bundle' ? ['--new-bundle-format'] : []),
    ...['--signing-config', (manner.rekor1 && v1) || services],
    ...['--trusted-root', ground.trust.trustedRoot],
  ];
}

function legacyArguments(manner: Manner): string[] {
  const url = (host: string, path = '') => `https://${host}${path}`;
  const { timed, rekor1 } = manner;
  return [
    ...(rekor1 ? ['--rekor-url', url(HOSTS.rekor1)] : ['--tlog-upload=false']),
    ...(isKey(manner.by) ? [] : ['--fulcio-url', url(HOSTS.fulcio)]),
    ...(timed === false || rekor1
      ? []
      : ['--timestamp-server-url', url(HOSTS.timestamp, '/api/v1/timestamp')]),
  ];
}

function credentials(ground: Ground, by: SignerId): string[] {
  if (isKey(by)) {
    return ['--key', join(ground.folder, `${by}.key`)];
  }
  return ['--identity-token', tokenFor(ground, by)];
}

function tokenFor(
  { sigstore }: Ground,
  by: 'github' | 'github-fork' | 'gitlab',
): string {
  return by === 'gitlab'
    ? sigstore.gitlab.token(GITLAB_CLAIMS)
    : sigstore.actions.token(githubClaims(by));
}
