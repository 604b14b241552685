import { ChartFacts } from 'backstage-plugin-chart-provenance-common';
import { packSbom, readSbom } from '../evidence';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  leaseChart,
  PAYMENTS,
  presenceJudge,
  record,
  replaceInventory,
  tagAt,
  walkedEvidence,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';
import { ChartRecord } from './types';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const HEX = 'ab'.repeat(32);
const PAYMENTS_DIGEST = walkedVersion('2.0.0').digest;

const LIBRARY: ChartRecord = {
  ...PAYMENTS,
  chartId: 'library000000000',
  registry: 'docker.io',
  repository: 'acme/charts/library',
  owner: 'component:default/library',
};

describe.each(databases.eachSupportedId())(
  'what a chart contains on %s',
  id => {
    let clock: TestClock;
    let store: DatabaseChartStore;

    beforeEach(async () => {
      clock = new TestClock();
      store = await openStore(await databases.init(id), clock);
      await replaceInventory(store, [PAYMENTS, LIBRARY]);
      const [old, now] = ['1.0.0', '1.1.0+b'].map(version => ({
        ...walkedVersion(version, `library ${version}`),
        name: 'library',
      }));
      await record(
        store,
        clock,
        {
          versions: [old, now],
          tags: [tagAt('1.0.0', old.digest), tagAt('1.1.0_b', now.digest)],
          evidence: [walkedEvidence(now.digest, 'signature')],
        },
        { chartId: LIBRARY.chartId, lease: await leaseChart(store, LIBRARY) },
      );
    });

    /** The contents of a version of payments with these facts and components. */
    async function contentsOf(
      facts: Partial<ChartFacts>,
      components?: object[],
    ) {
      const version = walkedVersion('2.0.0');
      const sbom = walkedEvidence(version.digest, 'sbom');
      await record(
        store,
        clock,
        {
          versions: [{ ...version, facts: { ...version.facts, ...facts } }],
          tags: [tagAt('2.0.0', version.digest)],
          evidence: [sbom],
        },
        {
          judge: presenceJudge(clock),
          verified: [
            {
              subject: version.digest,
              digest: sbom.evidence.digest,
              materialHash: 'material',
              verifications: [],
              sbom:
                components &&
                packSbom(
                  readSbom({
                    bomFormat: 'CycloneDX',
                    specVersion: '1.6',
                    components,
                  }),
                ),
            },
          ],
        },
      );
      const detail = await store.versionDetail(
        PAYMENTS.chartId,
        version.digest,
      );
      return detail!.contents;
    }

    it('charts: what is known of each, of an exact version what its tag points at', async () => {
      const chart = { chartId: LIBRARY.chartId, entityRef: LIBRARY.owner };
      const unknown = { ...chart, digest: null, status: null };
      const here = 'oci://docker.io/acme/charts';
      const known: [string, string | null, object | null][] = [
        [
          '1.0.0',
          here,
          {
            digest: walkedVersion('', 'library 1.0.0').digest,
            status: 'unsigned',
          },
        ],
        [
          '1.1.0+b',
          `${here}/`,
          {
            digest: walkedVersion('', 'library 1.1.0+b').digest,
            status: 'verified',
          },
        ],
        [
          '1.0.0',
          'oci://registry-1.docker.io/acme/charts',
          { status: 'unsigned' },
        ],
        ['^1.0.0', here, unknown],
        ['v1.0.0', here, unknown],
        ['9.0.0', here, unknown],
        ['1.0.0', 'oci://ghcr.io/acme/charts', null],
        ['1.0.0', 'oci://docker.io/ACME/charts', null],
        ['1.0.0', 'https://docker.io/acme/charts', null],
        ['1.0.0', 'file://../library', null],
        ['1.0.0', null, null],
      ];
      const { dependencies } = await contentsOf({
        dependencies: known.map(([version, repository]) => ({
          name: 'library',
          version,
          repository,
        })),
      });
      expect(dependencies).toMatchObject(
        known.map(([version, repository, told]) => ({
          version,
          repository,
          known: told && { ...chart, ...told },
        })),
      );
    });

    it('images: those of the SBOM, then those that only Chart.yaml names', async () => {
      const contents = await contentsOf(
        { images: ['redis:8', 'ghcr.io/acme/app:1', `pinned@sha256:${HEX}`] },
        [
          { type: 'container', name: 'ghcr.io/acme/app', version: '1' },
          {
            type: 'container',
            name: 'worker',
            purl: `pkg:oci/worker@sha256%3A${HEX}?repository_url=ghcr.io%2Facme%2Fworker&tag=2`,
          },
          { type: 'library', name: 'left-pad', version: '1' },
        ],
      );
      expect(contents).toMatchObject({
        images: [
          { reference: 'ghcr.io/acme/app:1', digest: null, from: 'sbom' },
          {
            reference: 'ghcr.io/acme/worker:2',
            digest: `sha256:${HEX}`,
            from: 'sbom',
          },
          { reference: 'redis:8', digest: null, from: 'annotation' },
          {
            reference: `pinned@sha256:${HEX}`,
            digest: `sha256:${HEX}`,
            from: 'annotation',
          },
        ],
        sbom: {
          evidence: walkedEvidence(PAYMENTS_DIGEST, 'sbom').evidence.digest,
          verified: false,
        },
        cut: false,
      });
    });

    it('no more than is shown, and it says so', async () => {
      const contents = await contentsOf(
        {},
        Array.from({ length: 201 }, (_, at) => ({
          type: 'container',
          name: `a/${at}`,
        })),
      );
      expect(contents.images).toHaveLength(200);
      expect(contents.cut).toBe(true);
    });

    it('nothing, where nothing says so', async () => {
      expect(await contentsOf({}, undefined)).toEqual({
        dependencies: [],
        images: [],
        sbom: null,
        cut: false,
      });
      // An SBOM without images is none that images are read from.
      expect(
        await contentsOf({}, [{ type: 'library', name: 'a' }]),
      ).toMatchObject({ images: [], sbom: null });
    });
  },
);
