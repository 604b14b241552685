import { attempt } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import { toolEnv, type Ground } from '../ground/Ground.ts';
import { referenceOf, type MadeCell } from '../make/MadeCell.ts';
import { answerOf } from './answerOf.ts';
import type { Answer } from './ToolAnswers.ts';

/** `notation verify` with the trust policy that `signWithNotation` wrote. */
export async function verifyNotation(
  ground: Ground,
  made: MadeCell,
): Promise<Answer> {
  const outcome = await attempt(
    installed(ground.tools, 'notation'),
    ['verify', '--insecure-registry', referenceOf(made)],
    { env: toolEnv(ground) },
  );
  return answerOf(outcome);
}
