import { distrustOf } from './distrustOf';
import { exhibitsOf } from './proofs';
import { inputOf, keyless, proven } from './testing/judgeInputs';

const entry = (sourceRepository: string) => ({
  ...{ id: 'leak', reason: 'it leaked', sourceRepository },
});

function isDistrusted(built: string, distrusted: string): boolean {
  const signer = { ...keyless, sourceRepository: built };
  const [{ proofs }] = exhibitsOf(
    inputOf({ items: [proven(signer, 'signature')] }),
  );
  return distrustOf(proofs[0], proofs, [entry(distrusted)]) !== undefined;
}

describe('a distrusted source repository', () => {
  it.each([
    ['as it is written', 'https://github.com/acme/tools'],
    [
      'in another case, which hosts look up alike',
      'https://github.com/Acme/TOOLS',
    ],
    ['with its ending', 'https://github.com/acme/tools.git'],
  ])('is the one that was built from: %s', (_, built) => {
    expect(isDistrusted(built, 'github.com/acme/tools')).toBe(true);
    expect(isDistrusted(built, 'github.com/ACME/tools')).toBe(true);
  });

  it.each([
    'https://github.com/acme/tools2',
    'https://github.com/acme',
    'https://gitlab.com/acme/tools',
  ])('is not %s', built => {
    expect(isDistrusted(built, 'github.com/acme/tools')).toBe(false);
  });
});
