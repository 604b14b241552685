import { ChartJudge } from '../store';
import { ChartJudgeOptions, createChartJudge } from './createChartJudge';
import { Verifier } from './Verifier';

/**
 * The judge that goes by the trust material the verifier has now. Material is renewed while the process runs; a judge once asked for stays as
 * it is, so that what is read, judged and written together is judged by one and the same.
 */
export function judgeInForce(
  verifier: Pick<Verifier, 'version' | 'materials'>,
  options: Omit<ChartJudgeOptions, 'materialHash' | 'verifierVersion'>,
): () => ChartJudge {
  let made: { hash: string; judge: ChartJudge } | undefined;
  return () => {
    const { hash } = verifier.materials;
    if (made?.hash !== hash) {
      const judge = createChartJudge({
        ...options,
        materialHash: hash,
        verifierVersion: verifier.version,
      });
      made = { hash, judge };
    }
    return made.judge;
  };
}
