import { Descriptor } from 'chart-provenance-oras';
import {
  CHART,
  IndexingFixture,
  MINUTE,
} from './indexing/__testUtils__/IndexingFixture';
import { rejudgeAll } from './indexing/rejudgeAll';
import { createTestDatabases } from './store/__testUtils__/testDatabases';
import {
  newKey,
  pemOf,
  SigstoreLab,
} from './verification/__testUtils__/SigstoreLab';
import { signMessage } from './verification/__testUtils__/signMessage';
import { createVerifier, EvidenceVerifier } from './verification';
import { walkRepository } from './walk';
import { BUNDLE, ChartRepository } from './walk/__testUtils__/ChartRepository';

jest.setTimeout(20_000);

const databases = createTestDatabases();
const key = newKey();
const others = newKey();

describe.each(databases.eachSupportedId())(
  'evidence that is kept on %s',
  id => {
    let fixture: IndexingFixture;
    let charts: ChartRepository;
    let chart: Descriptor;
    let lab: SigstoreLab;
    let requests: number;

    beforeEach(async () => {
      fixture = await IndexingFixture.create(await databases.init(id));
      charts = new ChartRepository();
      chart = await charts.chart('1.0.0');
      lab = await SigstoreLab.create();
      requests = 0;
    });

    const verifierOf = (...pems: string[]) =>
      createVerifier(
        {
          roots: [],
          keys: pems.map((pem, at) => ({ id: `key-${at}`, pem })),
          keyrings: [],
          stores: [],
        },
        { workers: 0 },
      );

    const walk: typeof walkRepository = async (_, known, options) => {
      const result = await walkRepository(charts.store, known, options);
      requests += result.requests;
      return result;
    };

    const judgeOf = (verifier: EvidenceVerifier) =>
      fixture.judgeWith({
        materialHash: verifier.materials.hash,
        verifierVersion: verifier.version,
      });

    const index = (verifier: EvidenceVerifier) =>
      fixture
        .startProcess({ walk, verifier, judge: judgeOf(verifier) })
        .runOnce();

    const rejudge = (verifier: EvidenceVerifier) =>
      rejudgeAll({
        store: fixture.store,
        verifier,
        judge: () => judgeOf(verifier),
        onFailed: (_, error) => {
          throw error;
        },
      });

    async function seen() {
      const detail = await fixture.store.versionDetail(
        CHART.chartId,
        chart.digest,
      );
      return {
        reason: detail?.verdict.reasons[0].code,
        proven: detail?.evidence.map(({ verifications }) =>
          verifications
            .filter(({ outcome }) => outcome === 'proven')
            .map(({ trust }) => trust),
        ),
      };
    }

    it('is verified anew with the manifest that it signs, and downloaded without', async () => {
      const { bytes: manifest } = await charts.store.fetchManifest(
        chart.digest,
        {
          maxBytes: 1e6,
        },
      );
      const json = await signMessage(lab, manifest, key);
      const bundle = await charts.putJson(BUNDLE, json);
      const referrer = await charts.attach(chart, bundle);
      await index(await verifierOf(pemOf(key.publicKey)));
      expect(await seen()).toMatchObject({ proven: [['key:key-0']] });

      requests = 0;
      await rejudge(await verifierOf(pemOf(others.publicKey)));
      expect(await seen()).toMatchObject({ proven: [[]] });
      await rejudge(
        await verifierOf(pemOf(others.publicKey), pemOf(key.publicKey)),
      );
      expect(await seen()).toMatchObject({ proven: [['key:key-1']] });
      expect(requests).toBe(0);

      const download = await fixture.store.evidenceBytes(
        CHART.chartId,
        chart.digest,
        referrer.digest,
      );
      expect(Buffer.from(download?.bytes ?? []).toString()).toBe(
        JSON.stringify(json),
      );
    });

    it('is fetched again where it is too large to be kept', async () => {
      const json = await lab.sign({
        subject: chart.digest,
        predicateType: 'https://spdx.dev/Document',
        predicate: { spdxVersion: 'SPDX-2.3', comment: 'x'.repeat(2_000_000) },
        key,
      });
      await charts.attach(chart, await charts.putJson(BUNDLE, json));
      await index(await verifierOf(pemOf(key.publicKey)));
      expect(await seen()).toMatchObject({ proven: [['key:key-0']] });

      const renewed = await verifierOf(
        pemOf(others.publicKey),
        pemOf(key.publicKey),
      );
      await rejudge(renewed);
      expect(await seen()).toEqual({ reason: 'awaiting-bytes', proven: [[]] });

      requests = 0;
      fixture.clock.advance(MINUTE);
      await index(renewed);
      expect(requests).toBeGreaterThan(0);
      const after = await seen();
      expect(after.proven).toEqual([['key:key-1']]);
      expect(after.reason).not.toBe('awaiting-bytes');
    });
  },
);
