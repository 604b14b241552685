import type { SnippetConsumer } from '../../types';
import type { ChangePurpose } from '../edit/consumerDiffs';
import { consumer } from './inputs';
import { HEAD, RELEASE, REPOSITORY, CHART } from './texts';

interface Left {
  title: string;
  purpose: ChangePurpose;
  consumer: SnippetConsumer;
  why: RegExp;
}

const broken = (text: string, kind = 'Application') => consumer(kind, text);
const source = (lines: string) => broken(`${HEAD}  source:${lines}\n`);
const PLACE = 'repoURL: https://charts.acme.dev\n    chart: payments';

/** Manifests that nobody can change with certainty. */
export const LEFT: Left[] = (
  [
    [
      'braces',
      source(' {repoURL: https://charts.acme.dev, chart: payments}'),
      /braces/,
    ],
    ['an alias', source(' *source'), /not YAML|no map/],
    ['an anchor', source(` &s\n    ${PLACE}`), /anchor/],
    [
      'an anchored value',
      source(`\n    ${PLACE}\n    targetRevision: &v 1.0.0`),
      /anchor/,
    ],
    ['a merge key', source(`\n    <<: *x\n    ${PLACE}`), /merge key|not YAML/],
    ['two equal keys', source(`\n    ${PLACE}\n    chart: payments`), /twice/],
    [
      'a text over lines',
      source(`\n    ${PLACE}\n    targetRevision: >-\n      1.0.0`),
      /one line/,
    ],
    [
      'a template',
      source('\n    repoURL: https://charts.acme.dev\n    chart: "{{x}}"'),
      /no source in it names this chart/,
    ],
    [
      'another chart',
      source('\n    repoURL: https://charts.acme.dev\n    chart: other'),
      /no source in it/,
    ],
    [
      'another tool',
      source(
        '\n    repoURL: oci://ghcr.io/acme/charts/payments\n    kustomize: {}',
      ),
      /another tool/,
    ],
    [
      'a path in the chart',
      source('\n    repoURL: oci://ghcr.io/acme/charts/payments\n    path: x'),
      /its path/,
    ],
    [
      'another object',
      consumer('Application', HEAD.replace('name: payments', 'name: x')),
      /there is no Application payments/,
    ],
    ['two of one name', broken(`${HEAD}---\n${HEAD}`), /several of that name/],
    ['what is no YAML', broken('{{- if .Values.x }}\na: [\n'), /not YAML/],
    ['depth', broken('{'.repeat(500)), /deeper than 64/],
    ['size', broken(`a: ${'x'.repeat(300_000)}`), /256 KiB/],
  ] as [string, SnippetConsumer, RegExp][]
)
  .map(
    ([title, one, why]): Left => ({
      ...{ title, consumer: one, why, purpose: 'argocd-oci' },
    }),
  )
  .concat(
    (
      [
        [
          'an old HelmRelease',
          RELEASE.replace('/v2', '/v2beta2'),
          /apiVersion/,
        ],
        [
          'a HelmRelease with value files of the chart',
          RELEASE.replace(
            '      chart: p',
            '      valuesFiles: [a]\n      chart: p',
          ),
          /valuesFiles/,
        ],
        [
          'a HelmRelease whose chart holds an anchor',
          RELEASE.replace('name: acme', 'name: &acme acme').replace(
            'replicas: 3',
            'replicas: *acme',
          ),
          /anchor/,
        ],
        [
          'a HelmRelease with an alias of nothing',
          RELEASE.replace('replicas: 3', 'replicas: *acme'),
          /alias stands for nothing/,
        ],
        [
          'a HelmRelease from Git',
          RELEASE.replace('kind: HelmRepository', 'kind: GitRepository'),
          /no HelmRepository/,
        ],
        [
          'a HelmRelease of another repository',
          RELEASE.replace('//charts.acme', '//charts.other'),
          /not this one/,
        ],
        [
          'a HelmRelease whose source is elsewhere',
          RELEASE.replace(
            / {2}chart:[\s\S]*?name: acme/,
            '  chartRef:\n    kind: OCIRepository\n    name: x',
          ),
          /another file/,
        ],
        [
          'a HelmRelease with an OCIRepository of its name',
          `${RELEASE}---\n${REPOSITORY}`,
          /of its name already/,
        ],
      ] as [string, string, RegExp][]
    ).map(
      ([title, text, why]): Left => ({
        ...{ title, why, purpose: 'flux-oci-repository' },
        consumer: consumer('HelmRelease', text),
      }),
    ),
  )
  .concat([
    {
      title: 'a HelmChart',
      purpose: 'flux-oci-repository',
      consumer: consumer('HelmChart', RELEASE),
      why: /takes no digest/,
    },
    {
      title: 'a dependency by alias',
      purpose: 'chart-dependency',
      consumer: consumer(
        'Chart',
        CHART.replace('"https://charts.acme.dev"', '"@acme"'),
        { name: 'shop' },
      ),
      why: /no dependency in it/,
    },
  ]);
