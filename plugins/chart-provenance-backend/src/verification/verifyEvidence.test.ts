import { ISSUER, SigstoreLab, WORKFLOW } from './__testUtils__/SigstoreLab';
import { OTHER, SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';

let lab: SigstoreLab;
let strangers: SigstoreLab;

beforeAll(async () => {
  lab = await SigstoreLab.create();
  strangers = await SigstoreLab.create();
});

describe('what is genuine', () => {
  it('proves a keyless signature under its own root only, with signer and times', async () => {
    const outcomes = verifyUnder(lab, await lab.sign({ subject: SUBJECT }), {
      roots: [
        { id: 'other', type: 'file', trustedRoot: strangers.trustedRoot },
        { id: 'lab', type: 'file', trustedRoot: lab.trustedRoot },
        { id: 'public', type: 'publicGood' },
      ],
    });
    expect(
      outcomes.map(({ trust, outcome, code }) => [trust, outcome, code]),
    ).toEqual([
      ['root:other', 'failed', 'untrusted-root'],
      ['root:lab', 'proven', undefined],
      ['root:public', 'failed', 'untrusted-root'],
    ]);
    expect(outcomes[1]).toEqual({
      evidence: OTHER,
      trust: 'root:lab',
      outcome: 'proven',
      predicateType: 'https://sigstore.dev/cosign/sign/v1',
      predicate: undefined,
      subjects: [SUBJECT],
      verifiedTimes: [expect.any(String), expect.any(String)],
      logEntries: [expect.stringMatching(/^[0-9a-f]{64}$/)],
      signer: {
        kind: 'keyless',
        root: 'lab',
        issuer: ISSUER,
        subject: WORKFLOW,
        sourceRepository: 'https://github.com/acme/payments',
        sourceDigest: 'a'.repeat(40),
        sourceRef: 'refs/tags/v1.8.2',
        buildSigner: WORKFLOW,
        trigger: 'push',
        runInvocation: 'https://github.com/acme/payments/actions/runs/1',
      },
    });
  });

  it('keeps a few of many subjects, its own among them', async () => {
    const subject = Array.from({ length: 1_000 }, (_, at) => ({
      digest: { sha256: at.toString(16).padStart(64, '0') },
    }));
    const own = { digest: { sha256: SUBJECT.slice('sha256:'.length) } };
    const sign = (subjects: object[]) =>
      lab.sign({
        subject: SUBJECT,
        statement: {
          _type: 'https://in-toto.io/Statement/v1',
          predicateType: 'https://sigstore.dev/cosign/sign/v1',
          subject: subjects,
          predicate: {},
        },
      });
    const [proven] = verifyUnder(lab, await sign([...subject, own]));
    expect(proven.outcome).toBe('proven');
    expect(proven.subjects).toHaveLength(16);
    expect(proven.subjects?.[0]).toBe(SUBJECT);
    const [other] = verifyUnder(lab, await sign(subject));
    expect(other).toMatchObject({ outcome: 'failed', code: 'digest-mismatch' });
    expect(other.subjects).toHaveLength(16);
  });

  it('calls an attestation what its signed statement says, whatever is written beside it', async () => {
    const predicate = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [{}, {}],
    };
    const bundle = await lab.sign({
      subject: SUBJECT,
      predicateType: 'https://cyclonedx.org/bom',
      predicate,
    });
    const posing = {
      ...bundle,
      annotations: {
        'dev.sigstore.bundle.predicateType':
          'https://sigstore.dev/cosign/sign/v1',
      },
    };
    const [outcome] = verifyUnder(lab, posing);
    expect(outcome).toMatchObject({
      outcome: 'proven',
      predicateType: 'https://cyclonedx.org/bom',
      predicate: { label: 'CycloneDX 1.6', packageCount: 2 },
    });
  });
});
