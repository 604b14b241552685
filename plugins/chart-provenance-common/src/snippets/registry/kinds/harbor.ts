import { hclText } from '../../words';
import type { ChartPlace } from '../../ci/plan';
import { projectOf, RegistryKindSettings } from '../types';

/** @see https://goharbor.io/docs/latest/working-with-projects/working-with-images/create-tag-immutability-rules */
export const harbor: RegistryKindSettings = {
  refuses: ({ chart }) =>
    chart.repository.includes('/')
      ? null
      : 'A repository of Harbor is in a project: this one names none.',
  immutability: {
    forms: {
      commands: place => [
        ...shellHead(place),
        "cat >rule.json <<'RULE'",
        ...JSON.stringify(ruleOf(projectOf(place)[1]), null, 2).split('\n'),
        'RULE',
        'curl --fail-with-body --netrc --header "Content-Type: application/json" --data @rule.json \\',
        '  "https://$HARBOR/api/v2.0/projects/$PROJECT/immutabletagrules"',
        '',
        '# What holds now; a project takes at most 15 rules:',
        'curl --fail-with-body --netrc "https://$HARBOR/api/v2.0/projects/$PROJECT/immutabletagrules"',
      ],
      terraform: place => [
        ...terraformProject(place),
        '',
        'resource "harbor_immutable_tag_rule" "chart" {',
        '  project_id    = data.harbor_project.charts.id',
        `  repo_matching = ${hclText(projectOf(place)[1])}`,
        '  # Tags that carry signatures move when one is added.',
        '  tag_excluding = "sha256-*"',
        '}',
      ],
    },
    guarantees:
      'A version tag of this chart can be moved or deleted by nobody.',
    cannot: ['An administrator of the project can take the rule away.'],
    notes: [
      'curl takes the password from ~/.netrc, so that it does not stand in a command line.',
    ],
  },
  retention: {
    forms: {
      terraform: place => [
        ...terraformProject(place),
        '',
        '# A retention policy says what is kept: what no rule names is deleted. So everything but development builds is named, without a number.',
        'resource "harbor_retention_policy" "charts" {',
        '  scope    = data.harbor_project.charts.id',
        '  schedule = "Daily"',
        '',
        '  rule {',
        '    always_retain = true',
        '    repo_matching = "**"',
        '    tag_excluding = "*-dev*"',
        '    # Never deleted for having no tag.',
        '    untagged_artifacts = true',
        '  }',
        '',
        '  rule {',
        '    n_days_since_last_push = 90',
        '    repo_matching          = "**"',
        '    tag_matching           = "*-dev*"',
        '  }',
        '}',
      ],
    },
    guarantees:
      'Development builds go after 90 days; everything else of the project stays.',
    cannot: [],
    notes: [
      'Signatures are accessories in Harbor: they go with the chart they belong to, and a chart that a rule forgets takes them along.',
      'A project has one retention policy: it holds for all of its repositories. Run it as a dry run first (Policy, Dry run).',
    ],
  },
};

function ruleOf(repository: string): object {
  return {
    action: 'immutable',
    template: 'immutable_template',
    disabled: false,
    scope_selectors: {
      repository: [
        { kind: 'doublestar', decoration: 'repoMatches', pattern: repository },
      ],
    },
    // Tags that carry signatures move when one is added.
    tag_selectors: [
      { kind: 'doublestar', decoration: 'excludes', pattern: 'sha256-*' },
    ],
  };
}

function shellHead(place: ChartPlace): string[] {
  return [`HARBOR=${place.host}`, `PROJECT=${projectOf(place)[0]}`, ''];
}

function terraformProject(place: ChartPlace): string[] {
  return [
    'data "harbor_project" "charts" {',
    `  name = ${hclText(projectOf(place)[0])}`,
    '}',
  ];
}
