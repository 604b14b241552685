import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import request from 'supertest';
import { lintText } from 'backstage-plugin-chart-provenance-common/lint';
import { createRouter } from './createRouter';
import { DefaultLintService } from './DefaultLintService';
import { RouteOptions } from './routes/RouteOptions';

const TEXT = 'helm repo add acme oci://ghcr.io/acme/charts-of-mine';

describe('POST /lint', () => {
  const check = jest.fn(async (question: { text: string }) =>
    lintText(question),
  );
  const auditor = mockServices.auditor.mock();
  const logger = mockServices.logger.mock();
  let now = 0;
  let url: (authorization?: string) => request.Test;

  beforeAll(async () => {
    const refuse = new Proxy({}, { get: () => undefined });
    const others = refuse as Omit<
      RouteOptions,
      'lint' | 'httpAuth' | 'auditor'
    >;
    const plugin = createBackendPlugin({
      pluginId: 'chart-provenance',
      register: env =>
        env.registerInit({
          deps: {
            httpAuth: coreServices.httpAuth,
            http: coreServices.httpRouter,
          },
          init: async ({ httpAuth, http }) => {
            const lint = new DefaultLintService({
              checker: { check },
              now: () => new Date(now),
            });
            http.use(createRouter({ ...others, lint, httpAuth, auditor }));
          },
        }),
    });
    const { server } = await startTestBackend({
      features: [
        plugin,
        logger.factory,
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
      ],
    });
    url = authorization => {
      const test = request(server).post('/api/chart-provenance/lint');
      return authorization ? test.set('Authorization', authorization) : test;
    };
  });
  beforeEach(() => {
    jest.clearAllMocks();
    // Whoever called before has all calls again.
    now += 3_600_000;
  });

  it.each([
    ['a user', mockCredentials.user.header()],
    ['a service', mockCredentials.service.header()],
  ])('answers %s', async (_, authorization) => {
    const { status, body, headers } = await url(authorization).send({
      text: TEXT,
    });
    expect(status).toBe(200);
    expect(body).toEqual(lintText({ text: TEXT }));
    expect(body.findings[0].rule).toBe('repo-add-oci');
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['nobody', undefined],
    ['a forged token', 'Bearer not-a-token'],
  ])('refuses %s, and checks nothing', async (_, authorization) => {
    expect((await url(authorization).send({ text: TEXT })).status).toBe(401);
    expect(check).not.toHaveBeenCalled();
  });

  it.each<[string, object]>([
    ['no text', {}],
    ['a number', { text: 5 }],
    ['a list', { text: [TEXT] }],
    ['something else', { text: TEXT, registry: 'x' }],
    ['a long name', { text: TEXT, filename: 'a'.repeat(501) }],
    ['a text that is too long', { text: 'é'.repeat(131_073) }],
  ])('refuses %s', async (_, body) => {
    const answer = await url(mockCredentials.user.header()).send(body);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('charts-of-mine');
    expect(check).not.toHaveBeenCalled();
  });

  it('takes 256 KiB, escaped as JSON escapes them, and no body that is much longer, which nobody parses', async () => {
    const text = `#"\n${'"\n'.repeat(131_070)}`;
    const user = mockCredentials.user.header();
    expect((await url(user).send({ text })).status).toBe(200);
    expect((await url(user).send({ text: text.repeat(3) })).status).toBe(400);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('lets everybody ask so often, and says when to come back', async () => {
    const user = mockCredentials.user.header('user:default/a');
    const statuses: number[] = [];
    for (let call = 0; call < 61; call += 1) {
      statuses.push((await url(user).send({ text: '' })).status);
    }
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([200]));
    const refused = await url(user).send({ text: '' });
    expect([statuses[60], refused.status]).toEqual([429, 429]);
    expect(refused.headers['retry-after']).toBe('1');
    const other = mockCredentials.user.header('user:default/b');
    expect((await url(other).send({ text: '' })).status).toBe(200);
    now += 1_000;
    expect((await url(user).send({ text: '' })).status).toBe(200);
  });

  it('writes nothing of the text anywhere', async () => {
    check.mockRejectedValueOnce(new Error('took long'));
    await url(mockCredentials.user.header()).send({ text: TEXT });
    await url(mockCredentials.user.header()).send({ text: TEXT });
    expect(auditor.createEvent).not.toHaveBeenCalled();
    const logged = [
      logger.debug,
      logger.info,
      logger.warn,
      logger.error,
    ].flatMap(({ mock }) => mock.calls);
    expect(JSON.stringify(logged)).not.toContain('charts-of-mine');
  });
});
