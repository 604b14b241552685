import { YamlPlace } from '../../read/yaml';
import { Report } from '../../rules/Report';
import { lintArgo } from './lintArgo';
import { fluxNeighbours, lintFlux } from './lintFlux';
import { lintPolicies } from './lintPolicies';
import { objectsIn } from './objects';
import { lintOtherForms } from './otherForms';

/** Looks at the objects of all documents of a text, together: those of Flux name each other. */
export function lintManifest(
  roots: readonly YamlPlace[],
  report: Report,
): void {
  const objects = objectsIn(roots);
  const neighbours = fluxNeighbours(objects);
  for (const object of objects) {
    if (object.group === 'argoproj.io') {
      lintArgo(object, report);
    } else if (/^(?:source|helm)\.toolkit\.fluxcd\.io$/.test(object.group)) {
      lintFlux(object, report, neighbours);
    } else {
      lintPolicies(object, report);
      lintOtherForms(object, report);
    }
  }
}
