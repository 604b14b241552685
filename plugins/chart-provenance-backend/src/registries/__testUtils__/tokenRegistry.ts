import { Answer, Arrived, testServer } from './testServer';

/** What a registry with its own token service is like. */
export interface TokenRegistryOptions {
  /** As its challenge writes it. */
  realm: string;
  service: string;
  /** May this password read this repository now? No password is the anonymous caller. */
  mayPull: (password: string | undefined, repository: string) => boolean;
  /** What it tells of a token's life, seconds; GHCR tells nothing. */
  expiresIn?: number;
  /** Its refusal of somebody who showed credentials; who showed none gets a 401. */
  refusal: Answer;
}

const UNAUTHORIZED = {
  errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }],
};

/** The registry and its token service, one behind the other: whichever path is asked, on whichever host it is reached. */
export async function tokenRegistry(options: TokenRegistryOptions) {
  const { realm, service, mayPull, expiresIn, refusal } = options;
  const tokens = new Map<string, { repository: string; password?: string }>();
  const state = { scopes: [] as string[], passwords: [] as string[] };

  const issue = ({ url, authorization }: Arrived): Answer => {
    const scope = url.searchParams.get('scope') ?? '';
    state.scopes.push(scope);
    const password = passwordOf(authorization);
    if (password !== undefined) {
      state.passwords.push(password);
    }
    const [, repository = ''] = /^repository:(.+):pull$/.exec(scope) ?? [];
    if (
      url.searchParams.get('service') !== service ||
      !mayPull(password, repository)
    ) {
      return password === undefined
        ? { status: 401, body: UNAUTHORIZED }
        : refusal;
    }
    const token = `bearer${tokens.size + 1}`;
    tokens.set(token, { repository, password });
    return { status: 200, body: { token, expires_in: expiresIn } };
  };
  const read = ({ url, authorization }: Arrived): Answer => {
    const [, repository = ''] =
      /^\/v2\/(.+)\/tags\/list$/.exec(url.pathname) ?? [];
    const token = tokens.get(authorization?.replace('Bearer ', '') ?? '');
    // A token dies with what it was given for.
    return token?.repository === repository &&
      mayPull(token.password, repository)
      ? { status: 200, body: { name: repository, tags: ['1.0.0'] } }
      : {
          status: 401,
          headers: {
            'www-authenticate': `Bearer realm="${realm}",service="${service}",scope="repository:${repository}:pull"`,
          },
          body: UNAUTHORIZED,
        };
  };
  const server = await testServer(request =>
    request.url.pathname === new URL(realm).pathname
      ? issue(request)
      : read(request),
  );
  return { ...server, state };
}

function passwordOf(authorization: string | undefined): string | undefined {
  if (!authorization?.startsWith('Basic ')) {
    return undefined;
  }
  const pair = Buffer.from(authorization.slice(6), 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
}
