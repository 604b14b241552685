import { Signer } from 'backstage-plugin-chart-provenance-common';
import { safeHttpsHref } from './safeHref';

/** The ref stands after the path: an `@` before it would be of another host's credentials. */
const SOURCE =
  /^(?:git\+)?(https:\/\/[^/@\s]+\/[^@\s]+?)(?:\.git)?(?:@[^@\s]+)?$/;

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

/**
 * Where the source that a predicate names can be looked at: `git+https://…@ref` with the commit of `gitCommit:…` or `sha1:…`. Undefined
 * when it names no https repository.
 *
 * @internal
 */
export function predicateSourceHref(
  source: string | undefined,
  digest: string | undefined,
): string | undefined {
  const [, named] = SOURCE.exec(source ?? '') ?? [];
  const repository = safeHttpsHref(named);
  const [, commit] = /^(?:gitCommit|sha1):(\w+)$/.exec(digest ?? '') ?? [];
  return repository && (commitHref(repository, commit) ?? repository);
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
