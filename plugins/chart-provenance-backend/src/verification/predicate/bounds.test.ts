import fc from 'fast-check';
import { github, read, SLSA, slsaV1 } from './__testUtils__/slsa';

describe('bounds', () => {
  it('hold for parameters and materials, and it is told', () => {
    const many = Array.from({ length: 100 }, (_, at) => `v${at}`);
    const facts = read(
      `${SLSA}/v1`,
      slsaV1(
        { many, long: `\u0007${'x'.repeat(10_000)}` },
        many.map(uri => ({ uri })),
      ),
    );
    expect(facts?.build).toMatchObject({ cut: true });
    expect(facts?.build?.parameters).toHaveLength(32);
    expect(facts?.build?.materials).toHaveLength(64);
    const [long] = read(
      `${SLSA}/v1`,
      slsaV1({ long: `\u0007${'x'.repeat(10_000)}` }),
    )!.build!.parameters;
    expect(long.value).toHaveLength(500);
    expect(long.value).not.toContain('\u0007');
  });

  it('hold for kinds of severity', () => {
    const result = Array.from({ length: 20 }, (_, at) => ({
      severity: [{ score: 'abcdefghijklmnopqrstuvwxyz'.slice(at) }],
    }));
    const facts = read('https://in-toto.io/attestation/vulns/v0.1', {
      scanner: { result },
    });
    expect(facts?.vulnerabilities?.bySeverity).toHaveLength(8);
    expect(facts?.vulnerabilities?.bySeverity.at(-1)).toEqual({
      severity: 'other',
      count: 13,
    });
  });

  it('keep anything from throwing', () => {
    const types = [
      ...['v1', 'v0.2', 'v0.1'].map(version => `${SLSA}/${version}`),
      'https://cosign.sigstore.dev/attestation/vuln/v1',
      'https://in-toto.io/attestation/vulns/v0.2',
      'https://openvex.dev/ns',
      'https://cyclonedx.org/bom',
    ];
    const readAll = (type: string, value: unknown) => {
      read(type, value);
      read(type, { ...github, buildDefinition: value, runDetails: value });
      read(type, {
        ...{ scanner: value, statements: value, vulnerabilities: value },
        ...{ invocation: value, materials: value, recipe: value },
      });
    };
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.jsonValue(), (type, value) => {
        expect(() => readAll(type, value)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
