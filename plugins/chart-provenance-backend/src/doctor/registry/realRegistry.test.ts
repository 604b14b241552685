import { DoctorSection } from 'backstage-plugin-chart-provenance-common';
import { createEgressTransport, RemoteRepository } from 'chart-provenance-oras';
import {
  debianRegistry,
  notRunnable,
} from '../../registries/__testUtils__/debianRegistry';
import { jwtRealm } from '../../registries/__testUtils__/jwtRealm';
import { testCertificate } from '../../registries/__testUtils__/testCertificate';
import { examine, resultsOf, saidBy } from '../__testUtils__/examine';
import { contents, CHART, REPOSITORY } from '../__testUtils__/seed';

const LOCAL = { plainHttp: true, allowPrivateAddress: true };

(notRunnable ? describe.skip : describe)(
  'on the real docker-registry 2.8',
  () => {
    let realm: Awaited<ReturnType<typeof jwtRealm>>;
    let registry: Awaited<ReturnType<typeof debianRegistry>>;

    beforeAll(async () => {
      realm = await jwtRealm({ writer: ['pull', 'push'], reader: ['pull'] });
      registry = await debianRegistry(realm.auth);
      const transport = egress({ hosts: { [registry.host]: LOCAL } });
      const repository = new RemoteRepository(
        `${registry.host}/${REPOSITORY}`,
        {
          transport,
          plainHttp: true,
          realmHosts: [realm.host],
          credentials: async () => ({
            type: 'basic',
            username: 'writer',
            password: 'x',
          }),
        },
      );
      for (const { descriptor, bytes } of contents) {
        await repository.push(descriptor, bytes);
      }
      await repository.tag(CHART.descriptor, '1.0.0');
      await transport.close();
    });

    afterAll(async () => {
      await registry.close();
      await realm.close();
    });

    function egress(options: Parameters<typeof createEgressTransport>[0] = {}) {
      return createEgressTransport({
        ...options,
        proxy: 'none',
        ca: testCertificate.cert,
        hosts: {
          ...options.hosts,
          [realm.host]: { allowPrivateAddress: true },
        },
      });
    }

    async function check(username: string): Promise<DoctorSection | undefined> {
      const report = await examine(
        {
          registries: [
            {
              ...{ host: registry.host, ...LOCAL, realmHosts: [realm.host] },
              auth: { type: 'basic', username, password: 'x' },
              repositories: [{ match: REPOSITORY }],
            },
          ],
        },
        { deps: { openEgress: egress } },
      );
      return report.sections.find(({ kind }) => kind === 'registry');
    }

    it('knows it by its headers, reads what is in it, and finds the tag in place of the referrers API', async () => {
      const section = await check('reader');
      expect(section?.product).toBe('CNCF Distribution, zot or alike');
      const { scope, ...others } = resultsOf(section);
      expect(Object.values(others)).toEqual(Array(8).fill('ok'));
      // What was given may only read; what could be had is not asked.
      expect(scope).toBe('unknown');
      expect(saidBy(section, 'referrers')).toMatch(
        /no referrers API.*1 attached/,
      );
      expect(saidBy(section, 'scope')).toMatch(/may do no more/);
    });

    it('asks nowhere for more than pull, also with a credential that could write', async () => {
      realm.state.scopes = [];
      const section = await check('writer');
      expect(resultsOf(section).scope).toBe('unknown');
      expect(new Set(realm.state.scopes)).toEqual(
        new Set(['', `repository:${REPOSITORY}:pull`]),
      );
    });

    it('tells of somebody it does not know', async () => {
      const section = await check('stranger');
      expect(resultsOf(section)).toMatchObject({
        credentials: 'failed',
        repository: 'failed',
      });
    });
  },
);
