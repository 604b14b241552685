import { celText } from '../../words';
import {
  DIGEST,
  hostOf,
  partsOf,
  pathOf,
  isNamed,
  isThisChart,
  verifyExpression,
  withoutScheme,
} from '../cel';
import {
  CelRules,
  CHART_LAYER,
  FLUX_HELM,
  FLUX_SOURCE,
  RuleFacts,
} from './CelRules';

/** Flux takes the chart as a verified OCIRepository with a digest, and from nowhere else. */
export function fluxRules(facts: RuleFacts): CelRules {
  const { place } = facts;
  return {
    part: 'flux',
    title: `Flux takes ${place.name} as a verified OCIRepository with a digest`,
    kinds: [
      {
        group: FLUX_SOURCE,
        resources: {
          ocirepositories: 'OCIRepository',
          helmcharts: 'HelmChart',
        },
      },
      { group: FLUX_HELM, resources: { helmreleases: 'HelmRelease' } },
    ],
    variables: variables(facts),
    validations: [...ofSource(facts), ofHelm(facts)],
  };
}

/** Parts of the place that a source of Flux names. */
export const urlVariables: CelRules['variables'] = [
  {
    name: 'at',
    expression: withoutScheme(
      "(has(object.spec.url) ? string(object.spec.url) : '')",
    ),
  },
  { name: 'host', expression: hostOf('variables.at') },
  { name: 'path', expression: pathOf('variables.at') },
];

function variables({ place, legacy }: RuleFacts): CelRules['variables'] {
  const names = [...new Set([place.name, legacy?.name ?? place.name])];
  return [
    ...urlVariables,
    {
      name: 'ours',
      expression: `object.kind == 'OCIRepository' && (\n  ${isThisChart(
        partsOf('variables'),
        place,
      )}\n)`,
    },
    {
      name: 'charts',
      expression: [
        "object.kind == 'HelmChart' ? [object.spec]",
        "  : object.kind == 'HelmRelease' && has(object.spec.chart) ? [object.spec.chart.spec]",
        '  : []',
      ].join('\n'),
    },
    {
      name: 'byName',
      expression: `variables.charts.exists(one,\n  has(one.chart) && has(one.sourceRef) && has(one.sourceRef.kind)\n  && one.sourceRef.kind == 'HelmRepository'\n  && ${isNamed(
        'string(one.chart)',
        names,
      )})`,
    },
  ];
}

function ofSource({ place, asked }: RuleFacts): CelRules['validations'] {
  const ours = (expression: string) => `!variables.ours || (${expression})`;
  const { ref, layer } = {
    ref: 'object.spec.ref',
    layer: 'object.spec.layerSelector',
  };
  return [
    {
      message: `Write the url as ${place.url}: no tag, digest, port, upper case or slash at its end.`,
      expression: ours(`object.spec.url == ${celText(place.url)}`),
    },
    {
      message: `Name the version of ${place.name} by its digest, in ref.digest: a tag or a range can be moved.`,
      expression: ours(
        `has(${ref}) && has(${ref}.digest) && ${ref}.digest.matches(${DIGEST})`,
      ),
    },
    {
      message:
        'Take ref.semver away: beside a digest it does nothing, and says otherwise.',
      expression: ours(`!(has(${ref}) && has(${ref}.semver))`),
    },
    {
      message: `Set layerSelector to mediaType ${CHART_LAYER} and operation copy: a provenance file can be the first layer.`,
      expression: ours(
        `has(${layer}) && has(${layer}.mediaType) && has(${layer}.operation)\n  && ${layer}.mediaType == ${celText(
          CHART_LAYER,
        )} && ${layer}.operation == 'copy'`,
      ),
    },
    {
      message: `Set verify to provider cosign and exactly the signer that the policy ${asked[0].name} names.`,
      expression: ours(verifyExpression(asked[0], place.name)),
    },
  ];
}

function ofHelm({ place }: RuleFacts): CelRules['validations'][number] {
  return {
    message: `Take ${place.name} by chartRef from an OCIRepository: what a HelmRepository serves is neither pinned nor verified here.`,
    expression: '!variables.byName',
  };
}
