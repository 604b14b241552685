import { DoctorSection } from 'backstage-plugin-chart-provenance-common';
import { checkOf, failed, ok } from './check';

/** Everything that is wrong with the configuration, as a start of the backend would say it. */
export function configSection(problems: readonly string[]): DoctorSection {
  const next = {
    what: 'Correct it: the backend does not start with it. What it stands in (a registry, a root, a rule) may be missing below, and is not tested.',
    who: 'operator',
  } as const;
  const checks =
    problems.length === 0
      ? [checkOf('config', 'Configuration', ok('It has no problems.'))]
      : problems.map((problem, index) =>
          checkOf(`config:${index}`, 'Configuration', failed(problem, next)),
        );
  return {
    id: 'config',
    kind: 'config',
    title: 'Configuration',
    product: null,
    checks,
    notes: [],
  };
}
