import { toProblem } from '../walk/toProblem';
import { namedHosts } from './__testUtils__/namedHosts';
import { testTargets } from './__testUtils__/testTargets';
import { tokenRegistry } from './__testUtils__/tokenRegistry';

const PAT = 'ghp_secret0123456789';
const PRIVATE = 'acme/charts/payments';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(open.splice(0).map(one => one.close()));
});

/** Nothing that was configured may show up in what a page or a log gets to see. */
function leaks(error: unknown, secret: string): boolean {
  const seen = new Set<unknown>();
  const texts: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value === 'string') {
      texts.push(value);
    } else if (
      typeof value === 'object' &&
      value !== null &&
      !seen.has(value)
    ) {
      seen.add(value);
      Object.getOwnPropertyNames(value).forEach(name =>
        visit(Reflect.get(value, name)),
      );
    }
  };
  visit(error);
  const encoded = Buffer.from(`:${secret}`).toString('base64').slice(4, -4);
  return texts.some(text => text.includes(secret) || text.includes(encoded));
}

describe('a registry like GHCR', () => {
  async function ghcr(password: string) {
    const registry = await tokenRegistry({
      realm: 'https://ghcr.io/token',
      service: 'ghcr.io',
      refusal: {
        status: 403,
        body: { errors: [{ code: 'DENIED', message: `no: ${password}` }] },
      },
      mayPull: (shown, repository) => shown === PAT && repository === PRIVATE,
    });
    const { openEgress, sent } = namedHosts({ 'https://ghcr.io': registry });
    const auth = { type: 'token', token: password };
    const targets = testTargets({ host: 'ghcr.io', auth }, { openEgress });
    open.push(registry, targets);
    return { registry, sent, targets };
  }

  it('takes a personal access token at its realm, for pulling only', async () => {
    const { registry, sent, targets } = await ghcr(PAT);
    expect(await targets.tags(PRIVATE)).toEqual(['1.0.0']);
    expect(await targets.tags(PRIVATE)).toEqual(['1.0.0']);
    expect(registry.state.scopes).toEqual([`repository:${PRIVATE}:pull`]);
    expect(
      sent.map(({ authorization = '' }) => authorization.split(' ')[0]),
    ).toEqual(['', 'Basic', 'Bearer', 'Bearer']);
  });

  it.each([PRIVATE, 'acme/charts/absent'])(
    'denies %s to another token in words that hold no secret',
    async repository => {
      const wrong = 'ghp_wrong-but-secret-too';
      const { targets } = await ghcr(wrong);
      const error: Error = await targets.tags(repository).catch(e => e);
      expect(error).toMatchObject({ code: 'denied', status: 403 });
      expect(error.message).toMatch(
        /^ghcr\.io: \S+ was refused\. The token may not read it, has expired, or it does not exist: a classic personal access token needs read:packages.* HTTP 403 \(DENIED: no: \*\*\*\)$/,
      );
      expect(leaks(error, wrong)).toBe(false);
      expect(toProblem(error)).toMatchObject({
        code: 'registry-denied',
        message: expect.stringContaining('an admin of the package gives'),
      });
    },
  );
});

describe('a registry like Docker Hub, whose realm is elsewhere', () => {
  const auth = { type: 'basic', username: 'acme', password: 'dckr_pat_secret' };
  async function hub(registry: { host: string; realmHosts?: string[] }) {
    const served = await tokenRegistry({
      realm: 'https://auth.docker.io/token',
      service: 'registry.docker.io',
      expiresIn: 300,
      refusal: {
        status: 401,
        body: { details: 'incorrect username or password' },
      },
      mayPull: shown => shown === auth.password,
    });
    const { openEgress, sent } = namedHosts({
      'https://registry-1.docker.io': served,
      'https://auth.docker.io': served,
      'https://mirror.acme.dev': served,
    });
    const targets = testTargets({ ...registry, auth }, { openEgress });
    open.push(served, targets);
    return { served, sent, targets };
  }
  const basicTo = (sent: { origin: string; authorization?: string }[]) =>
    sent
      .filter(({ authorization }) => authorization?.startsWith('Basic '))
      .map(({ origin }) => origin);

  it.each([
    [{ host: 'docker.io' }],
    [{ host: 'mirror.acme.dev', realmHosts: ['auth.docker.io'] }],
  ])('is read as %j, with the password at the realm alone', async registry => {
    const { served, sent, targets } = await hub(registry);
    expect(await targets.tags('acme/payments')).toEqual(['1.0.0']);
    expect(basicTo(sent)).toEqual(['https://auth.docker.io']);
    expect(served.state.scopes).toEqual(['repository:acme/payments:pull']);
  });

  it('gets nothing when nobody named the realm', async () => {
    const { served, sent, targets } = await hub({ host: 'mirror.acme.dev' });
    await expect(targets.tags('acme/payments')).rejects.toMatchObject({
      code: 'egress-refused',
      message: expect.stringContaining('auth.docker.io'),
    });
    expect(served.state.scopes).toEqual([]);
    expect(sent).toHaveLength(1);
  });
});

it.each([
  ['r.acme.dev', true],
  ['ghcr.io', false],
])(
  'reminds whoever meant a bearer token of it, on %s: %s',
  async (host, reminds) => {
    const registry = await tokenRegistry({
      realm: `https://${host}/token`,
      service: 'r',
      refusal: { status: 401 },
      mayPull: () => false,
    });
    const { openEgress } = namedHosts({ [`https://${host}`]: registry });
    const auth = { type: 'token', token: PAT };
    const targets = testTargets({ host, auth }, { openEgress });
    open.push(registry, targets);
    const error: Error = await targets.tags(PRIVATE).catch(e => e);
    expect(error.message.includes('exchange: false')).toBe(reminds);
  },
);
