import { HEX, index, PAY, readText } from '../__testUtils__/readText';

describe('normalises', () => {
  const one = async (...lines: string[]) =>
    (await readText(index(...PAY, ...lines.map(line => `    ${line}`))))
      .entries[0];

  it.each([
    [HEX, `sha256:${HEX}`],
    [HEX.toUpperCase(), `sha256:${HEX}`],
    [`sha256:${HEX}`, `sha256:${HEX}`],
    [`"${HEX}"`, `sha256:${HEX}`],
    [`sha512:${HEX}${HEX}`, null],
    [HEX.slice(1), null],
    ['null', null],
    ['""', null],
    ['[a]', null],
  ])('the digest %s', async (written, digest) => {
    expect(await one(`digest: ${written}`)).toMatchObject({ digest });
  });

  it.each([
    ['charts/pay.tgz', 'https://charts.acme.dev/stable/charts/pay.tgz'],
    ['/pay.tgz', 'https://charts.acme.dev/pay.tgz'],
    ['../pay.tgz', 'https://charts.acme.dev/pay.tgz'],
    ['//cdn.acme.dev/pay.tgz', 'https://cdn.acme.dev/pay.tgz'],
    ['https://u:p4ss@cdn.acme.dev/pay.tgz', 'https://cdn.acme.dev/pay.tgz'],
    ['http://cdn.acme.dev/pay.tgz', 'http://cdn.acme.dev/pay.tgz'],
    [
      'oci://registry-1.docker.io/bitnamicharts/pay:1.0.0',
      'oci://registry-1.docker.io/bitnamicharts/pay:1.0.0',
    ],
    ['oci://u:p4ss@ghcr.io/acme/pay', null],
    ['data:text/html,<script>', null],
    ['file:///etc/passwd', null],
    ['http://[', null],
    [`https://a.dev/${'x'.repeat(2_000)}`, null],
  ])('the url %s', async (written, url) => {
    expect(
      await one('urls:', `- "${written}"`, '- https://second.dev/'),
    ).toMatchObject({ url });
  });

  it.each([
    ['"2024-11-22T10:11:12.123456789Z"', '2024-11-22T10:11:12.123Z'],
    ['2024-11-22T12:11:12+02:00', '2024-11-22T10:11:12.000Z'],
    ['"0001-01-01T00:00:00Z"', null],
    ['yesterday', null],
    ['7', null],
    ['', null],
  ])('the time %s', async (written, created) => {
    expect(await one(`created: ${written}`)).toMatchObject({ created });
  });

  it.each([
    ['deprecated: true', true],
    ['deprecated: false', false],
    ['removed: true', true],
    ['description: deprecated', false],
  ])('%s', async (line, deprecated) => {
    expect(await one(line)).toMatchObject({ deprecated });
  });

  it('leaves versions as they are written', async () => {
    const versions = ['1.10', '1', 'v2', '0x10', '1e3', '2.0.0-0', '1_0'];
    const found = await readText(
      index(
        '  pay:',
        ...versions.map(version => `  - {name: pay, version: ${version}}`),
      ),
    );
    expect(found.entries.map(({ version }) => version)).toEqual([
      '1.10',
      '1',
      'v2',
      '2.0.0-0',
    ]);
    expect(found.problemCount).toBe(3);
  });
});
