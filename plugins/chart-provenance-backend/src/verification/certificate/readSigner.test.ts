import { reissueWith, uriName } from '../__testUtils__/reissue';
import { SigstoreLab, SignOptions } from '../__testUtils__/SigstoreLab';
import { SUBJECT, verifyUnder } from '../__testUtils__/verifyUnder';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

let lab: SigstoreLab;

beforeAll(async () => {
  lab = await SigstoreLab.create({ certificateLog: false });
});

async function signerOf(options: Partial<SignOptions>) {
  const bundle = await lab.sign({ subject: SUBJECT, ...options });
  const [outcome] = verifyUnder(lab, bundle, {
    roots: [
      {
        id: 'lab',
        type: 'file',
        trustedRoot: lab.trustedRoot,
        thresholds: { ctlog: 0 },
      },
    ],
  });
  return outcome;
}

const PLAIN = 'https://ci.example/releasXXX.2';
const renamed = (name: Buffer): Partial<SignOptions> => ({
  san: PLAIN,
  reissue: reissueWith(uriName(PLAIN), name),
});

describe('who a certificate names', () => {
  it('is read as written', async () => {
    const outcome = await signerOf({ san: PLAIN });
    expect(outcome.signer).toMatchObject({ subject: PLAIN });
  });

  it('is never read with the high bit dropped', async () => {
    // As ASCII without the high bit this reads `https://ci.example/release-1.2`.
    const outcome = await signerOf(
      renamed(uriName('https://ci.example/releas', 0xe5, 0xad, 0xb1, '.2')),
    );
    expect(outcome.signer).toMatchObject({
      subject: 'https://ci.example/releas孱.2',
    });
  });

  const doubtful: [string, Buffer][] = [
    [
      'two names',
      Buffer.concat([uriName('https://ci.ex'), uriName('ample/releasXXX')]),
    ],
    [
      'bytes that are not UTF-8',
      uriName('https://ci.example/releas', 0xe5, 'XX.2'),
    ],
    ['a NUL', uriName('https://ci.example/releas', 0, 'XX.2')],
    [
      'text that reorders itself on screen',
      uriName('https://ci.example/releas', 0xe2, 0x80, 0xae, '.2'),
    ],
    [
      'a name of a host',
      Buffer.concat([Buffer.of(0x82), uriName(PLAIN).subarray(1)]),
    ],
  ];

  it.each(doubtful)('is refused for %s', async (_, name) => {
    expect(await signerOf(renamed(name))).toMatchObject({
      outcome: 'failed',
      code: 'wrong-identity',
    });
  });

  it('is refused when an extension says it in another encoding', async () => {
    const issuer = {
      oid: '1.3.6.1.4.1.57264.1.8',
      value: 'https://issuer.example',
      legacy: true,
    };
    expect(await signerOf({ extensions: [issuer] })).toMatchObject({
      code: 'wrong-identity',
    });
  });

  const MORE: [number, string][] = [
    [11, 'runnerEnvironment'],
    [15, 'sourceRepositoryId'],
    [16, 'sourceOwner'],
    [17, 'sourceOwnerId'],
    [18, 'buildConfig'],
    [20, 'trigger'],
    [22, 'sourceVisibility'],
  ];

  it.each(MORE)(
    'extension %d is read as %s, strictly',
    async (number, name) => {
      const issuer = {
        oid: '1.3.6.1.4.1.57264.1.8',
        value: 'https://a.example',
      };
      const oid = `1.3.6.1.4.1.57264.1.${number}`;
      const value = 'öffentlich';
      const read = await signerOf({ extensions: [issuer, { oid, value }] });
      expect(read.signer).toMatchObject({ [name]: value });
      for (const wrong of [
        [{ oid, value, legacy: true }],
        [{ oid, value: 'a\u0000b' }],
        [{ oid, value: '' }],
        [
          { oid, value },
          { oid, value: 'other' },
        ],
      ]) {
        expect(
          await signerOf({ extensions: [issuer, ...wrong] }),
        ).toMatchObject({
          outcome: 'failed',
          code: 'wrong-identity',
        });
      }
    },
  );

  it('does not count when the certificate is not for signing code', async () => {
    const codeSigning = Buffer.from('2b06010505070303', 'hex');
    const emailProtection = Buffer.from('2b06010505070304', 'hex');
    const reissue = reissueWith(codeSigning, emailProtection);
    expect(await signerOf({ reissue })).toMatchObject({
      code: 'untrusted-root',
    });
  });
});
