import { celText } from '../../words';
import {
  DIGEST,
  hostOf,
  isThisChart,
  namedBySources,
  partsOf,
  pathOf,
  withoutScheme,
} from '../cel';
import type { AskedPolicy, ChartPlace } from '../facts';
import { FLUX_SOURCE } from '../rules';
import type { YamlValue } from '../yaml';
import { attestationsOf, questionsOf, SignatureFormat } from './questions';
import {
  actions,
  Mode,
  policyMetadata,
  resourceRule,
} from './validatingPolicy';

export interface SignatureOptions {
  mode: Mode;
  format: SignatureFormat;
  /** The registry answers over plain HTTP. */
  plainHttp: boolean;
}

const FLUX = {
  group: FLUX_SOURCE,
  resources: { ocirepositories: 'OCIRepository' },
};
const ARGO = {
  group: 'argoproj.io',
  resources: { applications: 'Application' },
};

/** An ImageValidatingPolicy that has Kyverno fetch and verify the chart itself, whatever Flux or Argo CD do. */
export function signaturePolicy(
  place: ChartPlace,
  asked: readonly AskedPolicy[],
  options: SignatureOptions,
): YamlValue {
  const { mode, plainHttp } = options;
  const questions = questionsOf(place, asked, options.format);
  return {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'ImageValidatingPolicy',
    metadata: policyMetadata(
      `${place.slug}-signature`,
      `${place.name} is signed by whom its policy names`,
    ),
    spec: {
      ...actions(mode),
      webhookConfiguration: { timeoutSeconds: 30 },
      ...(plainHttp ? { credentials: { allowInsecureRegistry: true } } : {}),
      validationConfigurations: {
        mutateDigest: false,
        verifyDigest: true,
        required: true,
      },
      matchConstraints: { resourceRules: [FLUX, ARGO].map(resourceRule) },
      matchConditions: [
        { name: 'this-chart', expression: `size(${ours(place)}) > 0` },
      ],
      matchImageReferences: [{ glob: `${place.place}@*` }],
      images: [{ name: 'chart', expression: digests(place) }],
      attestors: questions.flatMap(({ attestors }) => attestors),
      attestations: attestationsOf(asked, options.format),
      validations: [
        {
          message: `There is no digest of ${place.name} to verify.`,
          expression: 'size(images.chart) > 0',
        },
        ...questions.map(({ message, expression }) => ({
          message,
          expression,
        })),
      ],
    },
  };
}

/** CEL: `{at, host, path, pin}` of each place that the object names. Variables are not known yet where this is read. */
const NAMED = [
  "(object.kind == 'OCIRepository'",
  `? [{'at': ${withoutScheme(
    "(has(object.spec.url) ? string(object.spec.url) : '')",
  )},`,
  "    'pin': has(object.spec.ref) && has(object.spec.ref.digest) ? string(object.spec.ref.digest) : ''}]",
  `: ${namedBySources(
    '((has(object.spec.source) ? [object.spec.source] : []) + (has(object.spec.sources) ? object.spec.sources : []))',
  )})`,
  `.map(one, {'pin': one.pin, 'at': one.at, 'host': ${hostOf('one.at')},`,
  `  'path': ${pathOf('one.at')}})`,
].join('\n');

function ours(place: ChartPlace): string {
  return `${NAMED}\n.filter(one,\n  ${isThisChart(partsOf('one'), place)}\n)`;
}

/** None at all unless each has a digest: then there is nothing verified, and that is refused. */
function digests(place: ChartPlace): string {
  return [
    `[${ours(place)}].map(found,`,
    `  found.all(one, one.pin.matches(${DIGEST}))`,
    `    ? found.map(one, ${celText(`${place.place}@`)} + one.pin)`,
    '    : [])[0]',
  ].join('\n');
}
