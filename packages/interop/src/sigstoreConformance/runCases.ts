import type { Answer } from './Answer.ts';
import type { ConformanceCase } from './ConformanceCase.ts';
import type { UnreadableCase } from './readCases.ts';

/** How many cases came out as they must. */
export interface CaseCounts {
  passed: number;
  failed: number;
}

type AnyCase = ConformanceCase | UnreadableCase;
type Judge = (it: ConformanceCase) => Promise<Answer>;

/** Judges every case and says what came of it: each that must fail with the code it failed with. */
export async function runCases(
  cases: AnyCase[],
  judge: Judge,
  say: (line: string) => void,
): Promise<CaseCounts> {
  const counts = { passed: 0, failed: 0 };
  for (const each of cases) {
    const { ok, words } = await check(each, judge);
    counts[ok ? 'passed' : 'failed'] += 1;
    say(`${ok ? 'ok    ' : 'FAILED'} ${each.name}: ${words}`);
  }
  return counts;
}

async function check(
  it: AnyCase,
  judge: Judge,
): Promise<{ ok: boolean; words: string }> {
  if ('unreadable' in it) {
    return { ok: false, words: `it cannot be read: ${it.unreadable}` };
  }
  const answer = await judge(it);
  switch (answer.is) {
    case 'accepted':
      return { ok: !it.mustFail, words: `proven, by ${answer.words}` };
    case 'refused': {
      const { code, words } = answer;
      const otherwise = it.refusedAs !== undefined && it.refusedAs !== code;
      return {
        ok: it.mustFail && !otherwise,
        words: otherwise
          ? `refused as ${code} instead of ${it.refusedAs}: ${words}`
          : `refused as ${code}: ${words}`,
      };
    }
    default:
      return { ok: false, words: `could not be judged: ${answer.words}` };
  }
}
