import { YamlPlace } from '../read/yaml';
import { lintCommands } from './lintCommands';
import { LintContext } from './LintContext';

const SCRIPTS = ['script', 'before_script', 'after_script'];
const SHELLS = /^(?:bash|sh|\/bin\/(?:ba)?sh)(?:\s|$)/;
const MAX_JOBS = 500;

/** Is it a workflow of GitHub Actions, a composite action, or a pipeline of GitLab? */
export function isCi(root: YamlPlace): boolean {
  return (
    root.at('jobs')?.isMap === true ||
    root.at('runs', 'steps') !== undefined ||
    root.entries.some(({ place }) => SCRIPTS.some(name => place.at(name)))
  );
}

/** Looks at the commands that a pipeline runs. */
export function lintCi(root: YamlPlace, context: LintContext): void {
  const jobs = root.at('jobs');
  const steps = root.at('runs', 'steps');
  if (steps) {
    lintSteps(steps, context);
  }
  for (const { place } of jobs?.entries.slice(0, MAX_JOBS) ?? []) {
    const own = place.at('steps');
    if (own) {
      lintSteps(own, context);
    }
  }
  for (const { place } of jobs ? [] : root.entries.slice(0, MAX_JOBS)) {
    for (const name of SCRIPTS) {
      lintScript(place.at(name), context);
    }
  }
}

function lintSteps(steps: YamlPlace, context: LintContext): void {
  let helm = context.setting.helm;
  for (const step of steps.items) {
    if (/^azure\/setup-helm@/i.test(step.textAt('uses') ?? '')) {
      helm = step.textAt('with', 'version') ?? helm;
    }
    const shell = step.textAt('shell');
    const run = step.at('run')?.rawPiece;
    if (run && (shell === undefined || SHELLS.test(shell))) {
      const setting = { ...context.setting, helm };
      lintCommands(run, { ...context, setting });
    }
  }
}

/** A text, or a list of texts and of such lists. */
function lintScript(
  place: YamlPlace | undefined,
  context: LintContext,
  depth = 0,
): void {
  const text = place?.rawPiece;
  if (text) {
    lintCommands(text, context);
  }
  for (const item of depth < 5 ? place?.items ?? [] : []) {
    lintScript(item, context, depth + 1);
  }
}
