import { TrustPolicy } from 'backstage-plugin-chart-provenance-common';
import { Descriptor, OrasError, ReadOnlyTarget } from 'chart-provenance-oras';
import { ImageLook, Lease } from '../store';
import { createVerifier, EvidenceVerifier } from '../verification';
import {
  newKey,
  pemOf,
  SigstoreLab,
} from '../verification/__testUtils__/SigstoreLab';
import { BUNDLE, ChartRepository } from '../walk/__testUtils__/ChartRepository';
import { ImageJudge } from './ImageJudge';
import { ImageLooksHandler } from './ImageLooksHandler';
import { ImageRules } from './ImageRules';

const NAME = 'ghcr.io/acme/app';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const HOUR = 60 * 60 * 1000;
const key = newKey();
const never = new AbortController().signal;
const lease: Lease = {
  key: 'image-looks:app',
  kind: 'images',
  host: 'images:ghcr.io',
  token: 't',
  attempts: 0,
  failingSince: null,
};
const policy: TrustPolicy = {
  name: 'release',
  selectable: false,
  anyOf: [{ kind: 'key', key: 'release' }],
  requireAttestations: [],
  maxStalenessMs: 24 * HOUR,
};
const trustOf = (...pems: string[]) => ({
  roots: [],
  keys: pems.map(pem => ({ id: 'release', pem })),
  keyrings: [],
  stores: [],
});
const unreachable = () => {
  throw new OrasError('network', 'No answer');
};

describe('ImageLooksHandler', () => {
  let repository: ChartRepository;
  let verifier: EvidenceVerifier;
  let now: Date;
  let looks: Map<string, ImageLook>;
  let references: string[];
  let target: ReadOnlyTarget;
  const openTarget = jest.fn();
  const store = {
    repositoryOfKey: jest.fn(async (): Promise<string | undefined> => NAME),
    referencesOf: jest.fn(async () => references),
    looks: jest.fn(async () => [...looks.values()]),
    recordLooks: jest.fn(),
    retire: jest.fn(),
  };
  const queue = {
    backOff: jest.fn(),
    hostFailures: jest.fn(async () => 0),
    hostAnswered: jest.fn(),
  };

  beforeEach(async () => {
    jest.clearAllMocks();
    repository = new ChartRepository();
    verifier = await createVerifier(trustOf(pemOf(key.publicKey)), {
      workers: 0,
    });
    now = new Date('2026-11-23T12:00:00.000Z');
    looks = new Map();
    references = ['1.0'];
    target = repository.store;
    openTarget.mockImplementation(() => target);
    store.recordLooks.mockImplementation(async (_: string, seen: ImageLook[]) =>
      seen.forEach(one => looks.set(one.reference, one)),
    );
  });

  async function push(content: string, tag = '1.0'): Promise<Descriptor> {
    const config = await repository.putJson('application/json', { content });
    const image = await repository.putJson(MANIFEST, {
      ...{ schemaVersion: 2, mediaType: MANIFEST, config, layers: [] },
    });
    await repository.store.tag(image, tag);
    return image;
  }

  async function sign(image: Descriptor) {
    const lab = await SigstoreLab.create();
    const bundle = await lab.sign({ subject: image.digest, key });
    const layer = await repository.putJson(BUNDLE, bundle);
    return { layer, referrer: await repository.attach(image, layer) };
  }

  async function look(
    options: { policies?: TrustPolicy[]; pattern?: string[] } = {},
  ): Promise<ImageLook | undefined> {
    const { policies = [policy], pattern = ['acme', 'app'] } = options;
    const handler = new ImageLooksHandler({
      rules: new ImageRules([
        {
          pattern: `ghcr.io/${pattern.join('/')}`,
          host: 'ghcr.io',
          segments: pattern.map(text => ({ kind: 'literal', text })),
          policy: 'release',
          source: null,
        },
      ]),
      judge: new ImageJudge({
        policies,
        distrust: [],
        verifier,
        now: () => now,
      }),
      ...{ store, queue, openTarget, verifier },
      schedule: { intervalMs: 60_000 },
      now: () => now,
      random: () => 0.5,
    });
    await handler.handle(lease, never);
    return looks.get('1.0');
  }

  const brief = (one: ImageLook | undefined) => [
    one?.verdict?.status,
    one?.digest,
    one?.problem?.code ?? null,
  ];

  it('judges what a tag points at, and follows it when it moves', async () => {
    const signed = await push('one');
    await sign(signed);
    expect(brief(await look())).toEqual(['verified', signed.digest, null]);
    expect(looks.get('1.0')?.checkedAt).toBe(now.toISOString());
    const moved = await push('two');
    now = new Date(now.getTime() + 2 * HOUR);
    expect(brief(await look())).toEqual(['unsigned', moved.digest, null]);
  });

  it('asks nothing again within the hour, unless what it is judged by changes', async () => {
    await sign(await push('one'));
    await look();
    openTarget.mockClear();
    now = new Date(now.getTime() + HOUR / 2);
    await look();
    expect(openTarget).not.toHaveBeenCalled();
    await look({ policies: [{ ...policy, maxStalenessMs: HOUR }] });
    expect(openTarget).toHaveBeenCalledWith('ghcr.io', 'acme/app');
  });

  it('keeps what it knew where the registry is silent, and leaves that alone', async () => {
    const image = await push('one');
    await sign(image);
    const before = await look();
    now = new Date(now.getTime() + 2 * HOUR);
    target = Object.assign(Object.create(repository.store), {
      fetchManifest: unreachable,
    });
    expect(brief(await look())).toEqual([
      'verified',
      image.digest,
      'registry-unreachable',
    ]);
    expect(looks.get('1.0')?.checkedAt).toBe(before?.checkedAt);
    expect(queue.backOff).toHaveBeenCalledWith(
      'images:ghcr.io',
      ...[expect.any(String), expect.stringMatching(/No answer/)],
    );
  });

  it('asks a silent registry once, not for every reference', async () => {
    references = ['1.0', '2.0', '3.0'];
    const fetchManifest = jest.fn(unreachable);
    target = Object.assign(Object.create(repository.store), { fetchManifest });
    await look();
    expect(fetchManifest).toHaveBeenCalledTimes(1);
  });

  it.each<[string, keyof ReadOnlyTarget]>([
    ['a listing', 'referrers'],
    ['a signature', 'fetch'],
  ])(
    'calls an image neither unsigned nor rejected for %s that failed',
    async (_, broken) => {
      const image = await push('one');
      await sign(image);
      target = Object.assign(Object.create(repository.store), {
        [broken]: unreachable,
      });
      const first = await look();
      expect(first?.verdict?.status ?? 'indeterminate').toBe('indeterminate');
      expect(first?.checkedAt).toBeNull();
      target = repository.store;
      expect((await look())?.verdict?.status).toBe('verified');
      target = Object.assign(Object.create(repository.store), {
        [broken]: unreachable,
      });
      now = new Date(now.getTime() + 2 * HOUR);
      expect((await look())?.verdict?.status).toBe('verified');
      expect(looks.get('1.0')?.checkedAt).not.toBe(now.toISOString());
    },
  );

  it('says that an image is not there, and nothing more', async () => {
    expect(brief(await look())).toEqual([
      undefined,
      null,
      'registry-misbehaved',
    ]);
  });

  it('decides nothing while trust material is replaced', async () => {
    const image = await push('one');
    await sign(image);
    const { verify } = verifier;
    jest.spyOn(verifier, 'verify').mockImplementation(async input => {
      const outcome = await verify.call(verifier, input);
      await verifier.replace(trustOf(pemOf(newKey().publicKey)));
      return outcome;
    });
    expect(brief(await look())).toEqual([undefined, null, 'not-yet-judged']);
    jest.restoreAllMocks();
    expect((await look())?.verdict?.status).toBe('rejected');
  });

  it.each<[string, () => Parameters<typeof look>[0]]>([
    ['no rule names it', () => ({ pattern: ['acme', 'other'] })],
    [
      'no chart names it',
      () => {
        references = [];
        return {};
      },
    ],
    [
      'nobody knows it',
      () => {
        store.repositoryOfKey.mockResolvedValueOnce(undefined);
        return {};
      },
    ],
  ])('asks nobody where %s, and is done', async (_, prepare) => {
    await look(prepare());
    expect(openTarget).not.toHaveBeenCalled();
    expect(store.retire).toHaveBeenCalledWith(lease);
    expect(store.recordLooks).not.toHaveBeenCalled();
  });
});
