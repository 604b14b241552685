const SCHEME = /^(?:git\+)?(?:https|http|ssh|git):\/\//i;
const SSH = /^(?:git\+)?ssh:\/\//i;
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i;
/** As Git takes it for `ssh`: `git@github.com:acme/payments.git`. A user other than `git` could be anything. */
const SCP = /^git@([a-z0-9.-]+):(?!\/)(.+)$/i;
const MAX_LENGTH = 512;

/**
 * One spelling for one source repository, `github.com/acme/payments`: without scheme, `.git`, `@ref` and trailing slash, host in
 * lower case, path as written (hosts differ in whether case matters, so it does). Wildcard segments stay. The spellings for SSH
 * (`git@github.com:acme/payments.git`, `ssh://git@github.com/acme/payments`) name the same repository.
 *
 * @returns null for anything that could be read as two repositories: credentials, dot segments, queries, escapes, no path
 * @public
 */
export function normaliseSource(text: string): string | null {
  if (text.length > MAX_LENGTH) {
    return null;
  }
  const [host, ...path] = withoutScheme(text).split('/');
  if (!HOST.test(host) || path.length === 0) {
    return null;
  }
  const segments = withoutDecoration(path.join('/')).split('/');
  // Whatever a URL parser might fold away could make two repositories look like one.
  const odd = segments.some(
    segment =>
      segment === '' ||
      segment === '.' ||
      segment === '..' ||
      /[^A-Za-z0-9._~*+-]/.test(segment),
  );
  return odd
    ? null
    : [host.toLowerCase().replace(/:443$/, ''), ...segments].join('/');
}

/** `host/path`, of any spelling. */
function withoutScheme(text: string): string {
  const scp = SCP.exec(text);
  if (scp) {
    return `${scp[1]}/${scp[2]}`;
  }
  const plain = text.replace(SCHEME, '');
  // The user of SSH is a convention and the port its own; neither tells repositories of one host apart.
  return SSH.test(text)
    ? plain.replace(/^git@/i, '').replace(/^([^/:]+):22(?=\/)/, '$1')
    : plain;
}

/** Drops `@ref`, one trailing slash and `.git`. */
function withoutDecoration(path: string): string {
  const at = path.indexOf('@');
  const plain = at < 0 ? path : path.slice(0, at);
  const trimmed = plain.endsWith('/') ? plain.slice(0, -1) : plain;
  return trimmed.endsWith('.git') ? trimmed.slice(0, -4) : trimmed;
}
