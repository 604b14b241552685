import { Verdict } from '../verdict/types';

/**
 * The trust roots that a verdict stands on: those under which its signers are proven, of the signature and of every attestation that is
 * asked for. Sorted, each once; none for a verdict that stands on keys alone.
 *
 * @public
 */
export function rootsOf({ signer, requirements }: Verdict): string[] {
  const signers = [signer, ...requirements.map(line => line.signer)];
  const roots = signers.flatMap(one =>
    one?.kind === 'keyless' ? [one.root] : [],
  );
  return [...new Set(roots)].sort();
}
