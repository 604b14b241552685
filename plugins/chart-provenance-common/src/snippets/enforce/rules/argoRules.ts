import { celText } from '../../words';
import {
  DIGEST,
  hostOf,
  isThisChart,
  LegacyPlace,
  namedBySources,
  partsOf,
  pathOf,
} from '../cel';
import { ARGO_KINDS, CelRules, RuleFacts } from './CelRules';

/** A template of an ApplicationSet: what comes of it is an Application, and judged as one. Written without the two braces, which some tools expand. */
const TEMPLATED = `'[{][{]'`;

/** Argo CD takes the chart as a native OCI source with a digest, and from nowhere else. */
export function argoRules(facts: RuleFacts): CelRules {
  const { place, legacy } = facts;
  return {
    part: 'argocd',
    title: `Argo CD takes ${place.name} as a native OCI source with a digest`,
    kinds: [ARGO_KINDS],
    variables: [
      ...argoVariables(),
      {
        name: 'ours',
        expression: `variables.written.filter(one,\n  ${isThisChart(
          partsOf('one'),
          place,
        )}\n)`,
      },
    ],
    validations: [
      {
        message: `Write ${place.name} as a native OCI source: repoURL ${place.url}, and no chart. Argo CD pins no digest of a Helm-typed one.`,
        expression: `variables.ours.all(one, one.url == ${celText(
          place.url,
        )} && one.chart == '')`,
      },
      {
        message: `Name the version of ${place.name} by its digest, in targetRevision: a tag or a range can be moved.`,
        expression: `variables.ours.all(one, one.pin.matches(${DIGEST})\n  || object.kind == 'ApplicationSet' && one.pin.matches(${TEMPLATED}))`,
      },
      {
        message: `Synchronise ${place.name} to a digest: operation.sync names something else.`,
        expression: `size(variables.ours) == 0 || variables.revisions.all(one, one.matches('^(sha256:[a-f0-9]{64}|[a-f0-9]{40})?$'))`,
      },
      ...(legacy ? [notFromLegacy(legacy, place.name)] : []),
    ],
  };
}

/** `written`: what stands in each source, as texts; `revisions`: what one synchronisation asks for. */
export function argoVariables(): CelRules['variables'] {
  return [
    {
      name: 'specs',
      expression: [
        "object.kind == 'ApplicationSet'",
        '  ? (has(object.spec.template) && has(object.spec.template.spec) ? [object.spec.template.spec] : [])',
        '  : has(object.operation) && has(object.operation.sync)',
        '    ? [object.spec, object.operation.sync]',
        '    : [object.spec]',
      ].join('\n'),
    },
    {
      name: 'sources',
      expression: [
        'variables.specs.filter(spec, has(spec.source)).map(spec, spec.source)',
        '  + (size(variables.specs) > 0 && has(variables.specs[0].sources) ? variables.specs[0].sources : [])',
        '  + (size(variables.specs) > 1 && has(variables.specs[1].sources) ? variables.specs[1].sources : [])',
      ].join('\n'),
    },
    {
      name: 'named',
      expression: namedBySources('variables.sources'),
    },
    {
      name: 'written',
      expression: [
        'variables.named.map(one, {',
        "  'url': one.url, 'chart': one.chart, 'pin': one.pin, 'at': one.at,",
        `  'host': ${hostOf('one.at')},`,
        `  'path': ${pathOf('one.at')},`,
        '})',
      ].join('\n'),
    },
    {
      name: 'revisions',
      expression: [
        'size(variables.specs) > 1',
        "  ? [has(variables.specs[1].revision) ? string(variables.specs[1].revision) : '']",
        '    + (has(variables.specs[1].revisions) ? variables.specs[1].revisions.map(one, string(one)) : [])',
        '  : []',
      ].join('\n'),
    },
  ];
}

function notFromLegacy({ hosts, name }: LegacyPlace, chart: string) {
  return {
    message: `${chart} is published as an OCI artifact; the repository it stands in here is the former one.`,
    expression: `!variables.written.exists(one, one.chart == ${celText(
      name,
    )} && one.host.matches(${celText(hosts)}))`,
  };
}
