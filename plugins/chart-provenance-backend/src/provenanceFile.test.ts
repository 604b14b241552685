import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  DevRegistry,
  openLayoutDirectory,
  startDevRegistry,
} from 'chart-provenance-dev-registry';
import {
  EXAMPLES,
  exampleEntities,
  expectedRecords,
} from './__testUtils__/exampleCompany';
import {
  lookedAt,
  RunningPlugin,
  startPlugin,
} from './__testUtils__/startPlugin';

jest.setTimeout(120_000);

const REPOSITORY = 'acme/charts/edge-gateway';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let overlayDirectory: string;
let registry: DevRegistry;

beforeAll(async () => {
  overlayDirectory = await mkdtemp(join(tmpdir(), 'chart-provenance-'));
  const layouts = await openLayoutDirectory(join(EXAMPLES, 'registry'), {
    overlayDirectory,
  });
  registry = await startDevRegistry(layouts);
});

afterAll(async () => {
  await registry?.close();
  await rm(overlayDirectory, { recursive: true, force: true });
});

/** A policy that nothing but a key of the ring can meet. */
function configOf(trust: JsonObject): JsonObject {
  const keyring = {
    id: 'edge-team',
    path: join(EXAMPLES, 'trust/keys/edge.asc'),
    demo: true,
  };
  return {
    chartProvenance: {
      registries: [
        {
          host: registry.host,
          plainHttp: true,
          allowPrivateAddress: true,
          repositories: [
            {
              match: REPOSITORY,
              entity: 'component:default/edge',
              policy: 'archive',
            },
          ],
        },
      ],
      trust: { keyrings: [keyring], ...trust },
      policies: [{ name: 'archive', anyOf: [{ keyring: 'edge-team' }] }],
      indexing: { interval: { seconds: 5 } },
    },
  };
}

/** The version that `helm package --sign` signed, under this trust. */
async function judgedUnder(trust: JsonObject) {
  const plugin: RunningPlugin = await startPlugin({
    config: configOf(trust),
    entities: exampleEntities({ registry: registry.host, down: 'localhost:1' }),
    knex: await databases.init('SQLITE_3'),
  });
  try {
    const { chartId } = await lookedAt(plugin, 'edge', REPOSITORY);
    const [signed, unsigned] = ['1.5.0', '1.4.0'].map(tag =>
      expectedRecords().find(
        one => one.repository === REPOSITORY && one.tag === tag,
      ),
    );
    const versions = `/entities/component/default/edge/charts/${chartId}/versions`;
    const { body } = await plugin
      .request('get', `${versions}/${signed?.digest}`)
      .expect(200);
    const { items } = await plugin.versions('edge', chartId);
    const without = items.find(({ digest }) => digest === unsigned?.digest);
    return { detail: body, without };
  } finally {
    await plugin.stop();
  }
}

describe('a chart that helm signed, from the registry to the answer', () => {
  it('is verified by the keyring, and one without a provenance file is not', async () => {
    const { detail, without } = await judgedUnder({});
    expect(detail.verdict).toMatchObject({
      status: 'verified',
      signer: { kind: 'pgp', keyring: 'edge-team' },
    });
    expect(detail.verdict.reasons[0].message).toMatch(
      /^The chart archive was signed by PGP key [0-9a-f]{16} of keyring edge-team/,
    );
    const file = detail.evidence.find(
      ({ kind }: { kind: string }) => kind === 'provenance-file',
    );
    expect(file).toMatchObject({
      format: 'helm-provenance',
      downloadable: true,
      verifications: [{ trust: 'keyring:edge-team', outcome: 'proven' }],
    });
    expect(detail.commands[0].command).toMatch(
      /^helm pull --verify --keyring=edge-team.gpg --version=1.5.0 /,
    );
    expect(without?.verdict.status).toBe('rejected');
  });

  it('is rejected when the keyring is distrusted', async () => {
    const { detail } = await judgedUnder({
      distrust: [{ id: 'leak', reason: 'It leaked.', key: 'edge-team' }],
    });
    expect(detail.verdict).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'distrusted' }, { code: 'untrusted-root' }],
    });
  });
});
