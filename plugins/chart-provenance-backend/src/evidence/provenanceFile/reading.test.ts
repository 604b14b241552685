import { EvidenceError } from '../EvidenceError';
import { openProvenanceFile } from './openProvenanceFile';
import { readProvenanceStatement } from './readProvenanceStatement';

/** A signature packet of no bytes: nothing is proven here. */
const PACKET = Buffer.of(0xc2, 0x00).toString('base64');

const fileOf = (...text: string[]) =>
  Buffer.from(
    [
      '-----BEGIN PGP SIGNED MESSAGE-----',
      'Hash: SHA256',
      '',
      ...text,
      '-----BEGIN PGP SIGNATURE-----',
      '',
      PACKET,
      '-----END PGP SIGNATURE-----',
      '',
    ].join('\n'),
  );

describe('the text of a provenance file', () => {
  it('is taken as it was before it was escaped', () => {
    const { text } = openProvenanceFile(fileOf('a: b', '- - c', '- d'));
    expect(text).toBe('a: b\n- c\nd');
  });

  it('is refused with a line that another reader takes for armor', () => {
    expect(() => openProvenanceFile(fileOf('a: b', '-c'))).toThrow(
      EvidenceError,
    );
  });
});

describe('what a provenance file says', () => {
  const sum = `sha256:${'a'.repeat(64)}`;
  const chart = 'name: payments\nversion: 1.8.2\n';
  const statement = (...files: string[]) =>
    `${chart}\n...\nfiles:\n${files
      .map(file => `  ${file}: ${sum}\n`)
      .join('')}`;

  it('is read as Helm writes it', () => {
    expect(readProvenanceStatement(statement('payments-1.8.2.tgz'))).toEqual({
      name: 'payments',
      version: '1.8.2',
      file: 'payments-1.8.2.tgz',
      digest: sum,
    });
  });

  it.each([
    ['two files', statement('payments-1.8.2.tgz', 'other-1.0.0.tgz')],
    ['no file', `${chart}\n...\nfiles: {}\n`],
    [
      'more of YAML than Helm writes',
      `${chart}\n...\nfiles: {payments-1.8.2.tgz: '${sum}'}\n`,
    ],
    ['one document', chart],
    ['three documents', `${statement('payments-1.8.2.tgz')}\n...\na: b\n`],
    [
      'two names',
      statement('payments-1.8.2.tgz').replace(chart, chart + chart),
    ],
  ])('is refused with %s', (_, text) => {
    expect(() => readProvenanceStatement(text)).toThrow(EvidenceError);
  });
});
