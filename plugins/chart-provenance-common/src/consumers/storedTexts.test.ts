import {
  application,
  DIGEST,
  ociRepository,
  referring,
} from './testing/objects';
import { readAll, readOne } from './testing/read';

const SOURCE = {
  repoURL: 'oci://ghcr.io/acme/charts/payments',
  targetRevision: '1.8.2',
};

describe('nothing is stored without bounds, or as it was not written', () => {
  const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

  it('versions, digests, names and messages are one line', () => {
    const nasty = 'a\u001b[31m\u202e\nb';
    const readings = [
      application({ source: { ...SOURCE, targetRevision: nasty } }),
      application({
        source: { repoURL: 'https://charts.acme.dev', chart: nasty },
      }),
      application({
        source: { repoURL: 'https://charts.acme.dev', chart: 'a\u202eb' },
      }),
      application(
        { source: { ...SOURCE, targetRevision: nasty } },
        {
          history: [
            { source: { ...SOURCE, targetRevision: nasty }, revision: DIGEST },
          ],
        },
      ),
      ociRepository({ ref: { digest: nasty } }),
      ociRepository(
        { verify: { secretRef: { name: nasty } } },
        { status: { artifact: { revision: `${nasty}@${DIGEST}` } } },
      ),
      referring('OCIRepository', { name: 'alone', namespace: nasty }),
    ].map(object => readOne(object));
    for (const reading of readings) {
      for (const text of textsOf(reading)) {
        expect(text).not.toMatch(UNSEEN);
        expect(text.length).toBeLessThanOrEqual(500);
      }
    }
  });

  it('one source with a long verify is not multiplied by all that name it', () => {
    const matchOIDCIdentity = Array.from({ length: 100 }, () => ({
      issuer: `^${'i'.repeat(2_000)}$`,
      subject: `^${'s'.repeat(2_000)}$`,
    }));
    const { consumers, problems } = readAll(
      ociRepository({ verify: { provider: 'cosign', matchOIDCIdentity } }),
      referring('OCIRepository'),
    );
    expect(consumers).toEqual([]);
    expect(problems[0].message).toMatch(/too long/);
  });

  it('2,000 long words take no time by their square', () => {
    const word = 'a'.repeat(2_000);
    const many = Array.from({ length: 2_000 }, () =>
      application({ source: { repoURL: word, chart: word } }),
    );
    const before = performance.now();
    expect(readAll(...many).consumers).toHaveLength(2_000);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('500 releases over 500 equal long sources are read in seconds, not minutes', () => {
    const long = { note: 'x'.repeat(50_000) };
    const sources = Array.from({ length: 500 }, () =>
      ociRepository({ ref: { tag: '1.8.2' }, ...long }),
    );
    const releases = Array.from({ length: 500 }, (_, n) =>
      referring('OCIRepository', { name: `release-${n}` }),
    );
    const before = performance.now();
    const { consumers } = readAll(...sources, ...releases);
    expect(consumers).toHaveLength(500);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsOf)
    : [];
}
