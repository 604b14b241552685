import { createHash } from 'node:crypto';
import {
  createEgressTransport,
  Credential,
  Descriptor,
  EgressOptions,
  RemoteRepository,
} from 'chart-provenance-oras';
import {
  debianRegistry,
  HTPASSWD,
  notRunnable,
  USER,
} from './__testUtils__/debianRegistry';
import { jwtRealm } from './__testUtils__/jwtRealm';
import { testCertificate } from './__testUtils__/testCertificate';
import { Answer, testServer } from './__testUtils__/testServer';
import { testTargets } from './__testUtils__/testTargets';

const REPOSITORY = 'acme/charts/payments';
const LAYER = described('a chart', 'application/octet-stream');
const MANIFEST = described(
  JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: LAYER.descriptor,
    layers: [LAYER.descriptor],
  }),
  'application/vnd.oci.image.manifest.v1+json',
);

function described(text: string, mediaType: string) {
  const bytes = new TextEncoder().encode(text);
  const hex = createHash('sha256').update(bytes).digest('hex');
  const descriptor: Descriptor = {
    mediaType,
    digest: `sha256:${hex}`,
    size: bytes.length,
  };
  return { bytes, descriptor };
}

const open: { close(): Promise<void> }[] = [];
const closing = <T extends { close(): Promise<void> }>(one: T): T => {
  open.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.close()));
});

const openEgress = (options: EgressOptions) =>
  createEgressTransport({
    ...options,
    proxy: 'none',
    ca: testCertificate.cert,
  });

/** Pushes the chart as somebody who may. */
async function publish(
  host: string,
  credential: Credential,
  realmHosts: string[] = [],
) {
  const local = { allowPrivateAddress: true, plainHttp: true };
  const hosts = Object.fromEntries([host, ...realmHosts].map(h => [h, local]));
  const repository = new RemoteRepository(`${host}/${REPOSITORY}`, {
    transport: closing(openEgress({ hosts })),
    credentials: async () => credential,
    plainHttp: true,
    realmHosts,
  });
  await repository.push(LAYER.descriptor, LAYER.bytes);
  await repository.push(MANIFEST.descriptor, MANIFEST.bytes);
  await repository.tag(MANIFEST.descriptor, '1.0.0');
}

const targetsOf = (
  registry: { host: string } & Record<string, string | object>,
) =>
  closing(
    testTargets(
      JSON.parse(
        JSON.stringify({
          allowPrivateAddress: true,
          plainHttp: true,
          ...registry,
        }),
      ),
      { openEgress },
    ),
  );

const runnable = notRunnable ? describe.skip : describe;
runnable(
  `Debian's docker-registry${notRunnable ? `: ${notRunnable}` : ''}`,
  () => {
    it('with a password file', async () => {
      const { host } = closing(await debianRegistry(HTPASSWD));
      await publish(host, { type: 'basic', ...USER });
      const right = targetsOf({ host, auth: { type: 'basic', ...USER } });
      expect(await right.tags(REPOSITORY)).toEqual(['1.0.0']);
      expect(await right.open(REPOSITORY).fetch(LAYER.descriptor)).toEqual(
        LAYER.bytes,
      );
      const wrong = { type: 'basic', username: 'acme', password: 'hunter22' };
      for (const [auth, advice] of [
        [wrong, /was refused\. The user may not read it.*HTTP 401/],
        [
          { type: 'none' },
          /was refused\. No credentials are configured: set auth.*HTTP 401/,
        ],
      ] as const) {
        const error: Error = await targetsOf({ host, auth })
          .tags(REPOSITORY)
          .catch(e => e);
        expect(error).toMatchObject({ code: 'unauthorized', status: 401 });
        expect(error.message).toMatch(advice);
        // Everybody who may see the chart reads it.
        expect(error.message).not.toMatch(/hunter22|The user acme/);
      }
    });

    it('with tokens it checks itself, of a realm on another private host', async () => {
      const realm = closing(
        await jwtRealm({ ci: ['pull', 'push'], reader: ['pull'] }),
      );
      const { host } = closing(await debianRegistry(realm.auth));
      const realmHosts = [realm.host];
      const ci = { type: 'basic', username: 'ci', password: 'x' } as const;
      await publish(host, ci, realmHosts);

      realm.state.scopes = [];
      const auth = { type: 'token', username: 'reader', token: 'x' };
      const targets = targetsOf({ host, auth, realmHosts });
      expect(await targets.tags(REPOSITORY)).toEqual(['1.0.0']);
      const target = targets.open(REPOSITORY);
      expect(await target.resolve('1.0.0')).toMatchObject({
        digest: MANIFEST.descriptor.digest,
      });
      expect(realm.state.scopes).toEqual([`repository:${REPOSITORY}:pull`]);

      // A stranger is refused by the realm; a realm that nobody named hears nothing.
      const stranger = { type: 'token', username: 'stranger', token: 'x' };
      await expect(
        targetsOf({ host, auth: stranger, realmHosts }).tags(REPOSITORY),
      ).rejects.toMatchObject({ code: 'unauthorized' });
      const heard = realm.requests.length;
      await expect(
        targetsOf({ host, auth }).tags(REPOSITORY),
      ).rejects.toMatchObject({ code: 'egress-refused' });
      expect(realm.requests).toHaveLength(heard);
    });

    it('with tokens that expire before they said', async () => {
      const realm = closing(
        await jwtRealm({ ci: ['pull', 'push'], reader: ['pull'] }),
      );
      const { host } = closing(await debianRegistry(realm.auth));
      const realmHosts = [realm.host];
      await publish(
        host,
        { type: 'basic', username: 'ci', password: 'x' },
        realmHosts,
      );
      const auth = { type: 'basic', username: 'reader', password: 'x' };
      const targets = targetsOf({ host, auth, realmHosts });
      realm.state.scopes = [];
      realm.state.lifetime = -120;
      await expect(targets.tags(REPOSITORY)).rejects.toMatchObject({
        code: 'unauthorized',
      });
      expect(realm.state.scopes).toHaveLength(1);
      realm.state.lifetime = 300;
      expect(await targets.tags(REPOSITORY)).toEqual(['1.0.0']);
      expect(realm.state.scopes).toHaveLength(2);
    });
  },
);

describe('a download on another private host', () => {
  async function redirecting(
    storage: { host: string },
    scheme = 'https',
  ): Promise<string> {
    const registry = await testServer(
      ({ authorization }): Answer =>
        authorization
          ? {
              status: 307,
              headers: {
                location: `${scheme}://${storage.host}/blob?signed=1`,
              },
            }
          : { status: 401, headers: { 'www-authenticate': 'Basic realm="r"' } },
    );
    return closing(registry).host;
  }
  const auth = { type: 'basic', ...USER };
  const content = () => ({ status: 200, body: 'a chart' });

  it('is followed when the operator named it, without credentials', async () => {
    const storage = closing(await testServer(content, { tls: true }));
    const host = await redirecting(storage);
    const redirectHosts = [storage.host];
    const target = targetsOf({ host, auth, redirectHosts }).open(REPOSITORY);
    expect(await target.fetch(LAYER.descriptor)).toEqual(LAYER.bytes);
    expect(storage.requests).toMatchObject([{ authorization: undefined }]);
  });

  it.each([
    ['nobody named', 'https', false, 'egress-refused'],
    ['is named, but not by https', 'http', true, 'redirect-refused'],
  ])('that %s is not', async (_, scheme, named, code) => {
    const storage = closing(await testServer(content, { tls: true }));
    const host = await redirecting(storage, scheme);
    const redirectHosts = named ? [storage.host] : [];
    const target = targetsOf({ host, auth, redirectHosts }).open(REPOSITORY);
    await expect(target.fetch(LAYER.descriptor)).rejects.toMatchObject({
      code,
    });
    expect(storage.requests).toEqual([]);
  });

  it('may not be another realm', async () => {
    const realm = closing(await testServer(content, { tls: true }));
    for (const scheme of ['http', 'https']) {
      const registry = closing(
        await testServer(() => ({
          status: 401,
          headers: {
            'www-authenticate': `Bearer realm="${scheme}://${realm.host}/token"`,
          },
        })),
      );
      const { host } = registry;
      const redirectHosts = [realm.host];
      await expect(
        targetsOf({ host, auth, redirectHosts }).tags(REPOSITORY),
      ).rejects.toMatchObject({ code: 'egress-refused' });
    }
    expect(realm.requests).toEqual([]);
  });
});
