import { attempt } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import { toolEnv, type Ground } from '../ground/Ground.ts';
import { referenceOf, type MadeCell } from '../make/MadeCell.ts';
import { answerOf } from './answerOf.ts';
import type { Answer } from './ToolAnswers.ts';

/** `notation verify` at its strict level. Only when it is asked to say more does it say why it refuses. */
export async function verifyNotation(
  ground: Ground,
  made: MadeCell,
): Promise<Answer> {
  const outcome = await attempt(
    installed(ground.tools, 'notation'),
    ['verify', '--verbose', '--insecure-registry', referenceOf(made)],
    { env: toolEnv(ground) },
  );
  const { accepted, words } = answerOf(outcome);
  const why = /failed verification with error: (.*)/.exec(
    outcome.stdout + outcome.stderr,
  );
  return { accepted, words: accepted ? words : why?.[1] ?? words };
}
