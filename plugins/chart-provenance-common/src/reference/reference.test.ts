import {
  ChartReferenceError,
  ChartReferenceProblem,
} from './ChartReferenceError';
import { chartIdOf } from './chartIdOf';
import { normaliseRegistryHost } from './normaliseRegistryHost';
import {
  formatChartReference,
  parseChartReference,
} from './parseChartReference';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('parseChartReference', () => {
  it.each([
    [
      'oci://ghcr.io/acme/charts/payments',
      {
        registry: 'ghcr.io',
        repository: 'acme/charts/payments',
        name: 'payments',
      },
    ],
    [
      'oci://GHCR.io:5000/payments:1.8.2_b5',
      {
        registry: 'ghcr.io:5000',
        repository: 'payments',
        name: 'payments',
        tag: '1.8.2_b5',
      },
    ],
    [
      `oci://[::1]:5000/a/b:1@${DIGEST}`,
      {
        registry: '[::1]:5000',
        repository: 'a/b',
        name: 'b',
        tag: '1',
        digest: DIGEST,
      },
    ],
  ])('reads %s', (text, expected) => {
    const reference = parseChartReference(text);
    expect(reference).toEqual(expected);
    expect(parseChartReference(formatChartReference(reference))).toEqual(
      reference,
    );
  });

  it.each<[string, number, ChartReferenceProblem]>([
    ['', 0, 'missing-scheme'],
    ['ghcr.io/acme/payments', 0, 'missing-scheme'],
    ['https://charts.acme.dev', 0, 'missing-scheme'],
    ['OCI://ghcr.io/a', 0, 'missing-scheme'],
    ['oci://', 6, 'empty'],
    ['oci://oci://ghcr.io/a', 6, 'scheme'],
    ['oci://acme/payments', 6, 'missing-registry'],
    ['oci://ghcr.io', 13, 'missing-repository'],
    ['oci://ghcr.io/Acme/payments', 14, 'uppercase-repository'],
    ['oci://ghcr.io/acme//payments', 19, 'bad-repository'],
    ['oci://ghcr.io/acme/../payments', 19, 'bad-repository'],
    ['oci://ghcr.io/acme/payments:1.0+b', 31, 'bad-tag'],
    ['oci://ghcr.io/acme/payments@sha256:abc', 38, 'bad-digest-length'],
  ])('says where %s is wrong', (text, position, problem) => {
    let thrown: unknown;
    try {
      parseChartReference(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ChartReferenceError);
    expect(thrown).toMatchObject({ text, position, problem });
    expect(thrown).toHaveProperty('fix', expect.stringMatching(/^[A-Z].+\.$/s));
  });
});

describe('chartIdOf', () => {
  it('is base64url(sha256(registry/repository))[0..16]', () => {
    // printf %s ghcr.io/acme/charts/payments | openssl dgst -sha256 -binary | basenc --base64url | cut -c1-16
    expect(chartIdOf('ghcr.io', 'acme/charts/payments')).toBe(
      'BuvygLF3-2iuspye',
    );
    const ids = Array.from({ length: 500 }, (_, n) =>
      chartIdOf('ghcr.io', `a${n}`),
    );
    expect(new Set(ids).size).toBe(500);
    expect(ids.every(id => /^[A-Za-z0-9_-]{16}$/.test(id))).toBe(true);
  });
});

describe('normaliseRegistryHost', () => {
  it.each([
    ['GHCR.io', 'ghcr.io'],
    ['ghcr.io:443', 'ghcr.io'],
    ['localhost:5000', 'localhost:5000'],
    ['docker.io', 'registry-1.docker.io'],
    ['index.docker.io', 'registry-1.docker.io'],
    ['registry-1.docker.io', 'registry-1.docker.io'],
  ])('%s is %s', (host, expected) => {
    expect(normaliseRegistryHost(host)).toBe(expected);
  });
});
