import { Signer } from 'backstage-plugin-chart-provenance-common';
import { safeHttpsHref } from './safeHref';

type Keyless = Extract<Signer, { kind: 'keyless' }>;

/**
 * Where a keyless signer's source and run can be looked at. A link is absent when the certificate does not carry an
 * https URL for it.
 *
 * @internal
 */
export function sourceLinks(signer: Keyless): {
  repository?: string;
  commit?: string;
  run?: string;
} {
  const repository = safeHttpsHref(signer.sourceRepository);
  return {
    repository,
    commit: repository && commitHref(repository, signer.sourceDigest),
    run: safeHttpsHref(signer.runInvocation),
  };
}

/** Only hosts whose commit path is known get a commit link: a guessed one would send the reader astray. */
function commitHref(
  repository: string,
  commit: string | undefined,
): string | undefined {
  if (!commit || !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit)) {
    return undefined;
  }
  const base = repository.replace(/\/$/, '');
  const { hostname } = new URL(repository);
  if (hostname === 'github.com') {
    return `${base}/commit/${commit}`;
  }
  return hostname === 'gitlab.com' ? `${base}/-/commit/${commit}` : undefined;
}
