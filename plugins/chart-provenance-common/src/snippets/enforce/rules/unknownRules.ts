import { celText } from '../../words';
import { isUnknownChart, partsOf, servesFolder } from '../cel';
import { argoVariables } from './argoRules';
import { urlVariables } from './fluxRules';
import { ARGO_KINDS, CelRules, FLUX_SOURCE, RuleFacts } from './CelRules';

const LIST = 'variables.known';

/** Nothing below the chart's folder is deployed but charts that have a policy of their own: so that what no policy matches does not pass. */
export function unknownRules({ place }: RuleFacts): CelRules[] {
  const folder = `${place.registry}/${place.prefix}`;
  const known = {
    name: 'known',
    // A chart a line: easy to add to.
    expression: `[\n  ${celText(place.repository)},\n]`,
  };
  const message = `There is no policy for this chart of ${folder}. Whoever runs the policies adds it to the list of known ones, with a policy of its own.`;
  return [
    {
      part: 'unknown-flux',
      title: `Flux takes nothing from ${folder} but charts with a policy`,
      kinds: [
        {
          group: FLUX_SOURCE,
          resources: {
            ocirepositories: 'OCIRepository',
            helmrepositories: 'HelmRepository',
          },
        },
      ],
      variables: [known, ...urlVariables],
      validations: [
        {
          message,
          expression: `object.kind != 'OCIRepository' || !(${isUnknownChart(
            partsOf('variables'),
            place,
            LIST,
          )})`,
        },
        {
          message: `A HelmRepository serves every chart of ${folder}, pinned or not: take them by OCIRepository.`,
          expression: `object.kind != 'HelmRepository' || !(${servesFolder(
            partsOf('variables'),
            place,
          )})`,
        },
      ],
    },
    {
      part: 'unknown-argocd',
      title: `Argo CD takes nothing from ${folder} but charts with a policy`,
      kinds: [ARGO_KINDS],
      variables: [known, ...argoVariables()],
      validations: [
        {
          message,
          expression: `!variables.written.exists(one, ${isUnknownChart(
            partsOf('one'),
            place,
            LIST,
          )})`,
        },
      ],
    },
  ];
}
