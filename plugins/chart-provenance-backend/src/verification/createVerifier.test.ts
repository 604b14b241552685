import { VerifierUnavailableError } from '.';
import { createVerifier } from './createVerifier';
import { TrustInput } from './trust/TrustInput';
import { VerifyInput } from './types';
import { backOffMs } from './worker/backOffMs';
import { defaultWorkers } from './worker/defaultWorkers';

const trust = (id: string): TrustInput => ({
  ...{ roots: [], keyrings: [], stores: [] },
  keys: [{ id, pem: 'none' }],
});

const asked = (at: number): VerifyInput => ({
  ...{ evidence: `sha256:${at}`, format: 'sigstore-bundle-v0.3' },
  ...{ bytes: Buffer.from('{}'), subject: 'sha256:s' },
});

it.each([
  [1, 1],
  [2, 1],
  [4, 3],
  [5, 4],
  [64, 4],
])('of %d cores, %d verify', (cores, workers) => {
  expect(defaultWorkers(cores)).toBe(workers);
});

it('waits longer the more threads end in a row, and never for long', () => {
  expect([1, 2, 3, 4, 20].map(backOffMs)).toEqual([0, 100, 200, 400, 5000]);
});

describe('a verifier in the process itself', () => {
  it('is what there is where no thread can be loaded from source, and says so', async () => {
    const said: string[] = [];
    const options = { workers: 2, onReady: (what: string) => said.push(what) };
    const verifier = await createVerifier(trust('a'), options);
    expect(verifier.state()).toMatchObject({ workers: 0, problem: null });
    expect(said).toEqual(['Signatures are verified in the process itself.']);
  });

  it('works in the order asked, lets other work in between, and uses new material from then on', async () => {
    const verifier = await createVerifier(trust('a'), { workers: 0 });
    const happened: string[] = [];
    const note = async (at: number) => {
      const { verifications } = await verifier.verify(asked(at));
      happened.push(verifications[0].trust);
    };
    const first = note(1);
    const second = note(2);
    setImmediate(() => happened.push('other work'));
    await Promise.all([first, second]);
    expect(happened.sort()).toEqual(['key:a', 'key:a', 'other work']);

    const { hash } = verifier.materials;
    const before = await verifier.verify(asked(3));
    await verifier.replace(trust('b'));
    const after = await verifier.verify(asked(3));
    expect(verifier.materials.hash).not.toBe(hash);
    expect(after.materialHash).not.toBe(before.materialHash);
    expect(after.verifications[0].trust).toBe('key:b');
    expect(verifier.state().done).toBe(4);
  });

  it('rejects what is not finished when it is closed', async () => {
    const verifier = await createVerifier(trust('a'), { workers: 0 });
    const outcome = verifier.verify(asked(1)).catch(error => error);
    await verifier.close();
    expect(await outcome).toBeInstanceOf(VerifierUnavailableError);
  });
});
