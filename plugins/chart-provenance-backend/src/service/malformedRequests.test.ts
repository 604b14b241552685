import {
  as,
  DIGEST,
  OWNER,
  PAYMENTS,
  payments,
  startAttackedBackend,
} from '../__testUtils__/attackedBackend';

describe('malformed requests', () => {
  let backend: Awaited<ReturnType<typeof startAttackedBackend>>;
  beforeAll(async () => {
    backend = await startAttackedBackend();
  });
  beforeEach(() => jest.clearAllMocks());

  it.each<[string, string, RegExp]>([
    ['a kind with a slash in it', '/entities/a%2Fb/default/x', /kind/],
    [
      'a name of 100 characters',
      `/entities/component/default/${'a'.repeat(100)}`,
      /name/,
    ],
    [
      'a chart id that is a reference',
      `${payments}/charts/oci:%2F%2Fghcr.io/versions`,
      /chartId/,
    ],
    ['a short chart id', `${payments}/charts/abc/versions`, /chartId/],
    [
      'a digest that is none',
      `${payments}/charts/${PAYMENTS}/versions/latest`,
      /digest/,
    ],
    [
      'a digest in capitals',
      `${payments}/charts/${PAYMENTS}/versions/sha256:${'A'.repeat(64)}`,
      /digest/,
    ],
    [
      'evidence that is no digest',
      `${payments}/charts/${PAYMENTS}/versions/${DIGEST}/evidence/..%2F..`,
      /evidenceDigest/,
    ],
    ...(
      [
        ['evidence=x', /evidence/],
        ['against=latest', /against/],
        [`filter=${'a'.repeat(201)}`, /filter/],
        ['kind=folder', /kind/],
        ['change=all', /change/],
        ['limit=501', /limit/],
        ['limit=0', /limit/],
        ['cursor=%7B%7D', /cursor/],
        ['kind=image&kind=chart', /kind/],
        ['sort=name', /sort/],
      ] satisfies [string, RegExp][]
    ).map(([query, message]): [string, string, RegExp] => [
      `components of an SBOM by ${query}`,
      `${payments}/charts/${PAYMENTS}/versions/${DIGEST}/sbom?${query}`,
      message,
    ]),
    [
      'a tag that is none',
      `${payments}/charts/${PAYMENTS}/tags/-x%20y/history`,
      /tag/,
    ],
    [
      'a cursor with other characters',
      `${payments}/charts/${PAYMENTS}/versions?cursor=%24%7B%7D`,
      /cursor/,
    ],
    [
      'a huge limit',
      `${payments}/charts/${PAYMENTS}/versions?limit=100000`,
      /limit/,
    ],
    [
      'a limit of nothing',
      `${payments}/charts/${PAYMENTS}/versions?limit=0`,
      /limit/,
    ],
    [
      'a limit that is no number',
      `${payments}/charts/${PAYMENTS}/versions?limit=all`,
      /limit/,
    ],
    [
      'two filters',
      `${payments}/charts/${PAYMENTS}/versions?filter=a&filter=b`,
      /filter/,
    ],
    [
      'a filter that no database column can hold',
      `${payments}/charts/${PAYMENTS}/versions?filter=a%00b`,
      /filter/,
    ],
    [
      'a status that is none',
      `${payments}/charts/${PAYMENTS}/versions?status=signed`,
      /status/,
    ],
    [
      'an unknown parameter',
      `${payments}/charts/${PAYMENTS}/versions?ref=oci`,
      /ref/,
    ],
  ])('answers 400 to %s, naming it', async (_, path, expected) => {
    const answer = await backend.send(['get', path], as(OWNER));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(expected);
    for (const call of backend.content) {
      expect(call).not.toHaveBeenCalled();
    }
  });
});
