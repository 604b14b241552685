import { attempt, type Outcome } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import type { AttestationType } from '../cells/types.ts';
import type { Ground } from '../ground/Ground.ts';
import { cosignEnv, cosignOf } from '../make/cosignArguments.ts';
import { referenceOf, type MadeCell } from '../make/MadeCell.ts';
import { answerOf } from './answerOf.ts';
import { parseEnvelopes, parseVerified } from './parseVerified.ts';
import { parseTree } from './parseTree.ts';
import { methodOf, oci11, policyArguments } from './policyArguments.ts';
import type {
  AttestationAnswer,
  SignatureAnswer,
  Tree,
} from './ToolAnswers.ts';

/** `cosign verify` with the flags that mean what the cell's policy means. */
export async function verify(
  ground: Ground,
  made: MadeCell,
): Promise<SignatureAnswer> {
  const outcome = await ask(ground, made, [
    ...['verify', ...policyArguments(ground, made.cell)],
    referenceOf(made),
  ]);
  const listed =
    outcome.exitCode === 0
      ? parseVerified(outcome.stdout)
      : { digests: [], signers: [] };
  return { ...answerOf(outcome), ...listed };
}

/** `cosign verify-attestation`; it prints one envelope a line. */
export async function verifyAttestation(
  ground: Ground,
  made: MadeCell,
  type: AttestationType,
): Promise<AttestationAnswer> {
  const outcome = await ask(ground, made, [
    ...['verify-attestation', ...policyArguments(ground, made.cell)],
    ...['--type', type, referenceOf(made)],
  ]);
  const statements =
    outcome.exitCode === 0 ? parseEnvelopes(outcome.stdout) : [];
  return { ...answerOf(outcome), statements };
}

export async function tree(ground: Ground, made: MadeCell): Promise<Tree> {
  const outcome = await ask(ground, made, [
    ...['tree', ...oci11(methodOf(made.cell)), referenceOf(made)],
  ]);
  return parseTree(outcome.stdout);
}

function ask(ground: Ground, made: MadeCell, args: string[]): Promise<Outcome> {
  const method = methodOf(made.cell);
  return attempt(installed(ground.tools, cosignOf(method)), args, {
    env: cosignEnv(ground, method),
    limitMs: 60_000,
  });
}
