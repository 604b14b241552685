import {
  EntityProblem,
  EntityProvenance,
} from 'backstage-plugin-chart-provenance-common';

const MAX_CLAIMANTS = 200;

/**
 * Leaves in the problems only the claimants that the reader may see. A hidden one is also taken out of the sentences,
 * which would otherwise tell that an entity of that name exists.
 */
export async function hideClaimants(
  answer: EntityProvenance,
  readable: (entityRefs: string[]) => Promise<Set<string>>,
): Promise<EntityProvenance> {
  const named = new Set(
    answer.problems.flatMap(problem => problem.claimants ?? []),
  );
  const claimants = [...named].slice(0, MAX_CLAIMANTS);
  if (claimants.length === 0) {
    return answer;
  }
  const visible = await readable(claimants);
  // Longest first, so that no name is taken out of the middle of another.
  const hidden = [...named]
    .filter(ref => !visible.has(ref))
    .sort((a, b) => b.length - a.length);
  return {
    ...answer,
    problems: answer.problems.map(problem => hide(problem, visible, hidden)),
  };
}

function hide(
  problem: EntityProblem,
  visible: Set<string>,
  hidden: string[],
): EntityProblem {
  if (!problem.claimants) {
    return problem;
  }
  const mask = (sentence: string) =>
    hidden.reduce(
      (text, ref) => text.replaceAll(ref, 'another entity'),
      sentence,
    );
  return {
    ...problem,
    message: mask(problem.message),
    fix: mask(problem.fix),
    claimants: problem.claimants.filter(ref => visible.has(ref)),
  };
}
