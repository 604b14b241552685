import { parse } from 'yaml';

/** What a job may have here; anything else was not meant. */
const JOB_KEYS = [
  'stage',
  'needs',
  'id_tokens',
  'interruptible',
  'resource_group',
  'artifacts',
  'variables',
  'script',
];
const TOP_KEYS = ['stages', 'workflow', 'default', 'variables'];

interface GitlabJob {
  stage?: unknown;
  needs?: unknown;
  id_tokens?: unknown;
  variables?: unknown;
  artifacts?: unknown;
  script?: unknown;
}

/**
 * What GitLab would not take of a pipeline, or would take for something else; empty when nothing is wrong. By its documented form, as
 * no program of GitLab's can be had that reads one.
 *
 * @see https://docs.gitlab.com/ci/yaml/
 */
export function gitlabProblems(text: string): string[] {
  const pipeline: Record<string, GitlabJob> = parse(text);
  const stages: unknown = pipeline.stages;
  if (!Array.isArray(stages)) {
    return ['stages is no list'];
  }
  const jobs = Object.keys(pipeline).filter(key => !TOP_KEYS.includes(key));
  return [
    ...(jobs.length === stages.length ? [] : [`${jobs} for ${stages}`]),
    ...variableProblems('variables', pipeline.variables),
    ...jobs.flatMap(name =>
      jobProblems(pipeline[name], stages, jobs).map(
        problem => `${name}: ${problem}`,
      ),
    ),
    ...tokenProblems(pipeline, jobs),
  ];
}

/** The token to sign with is the publishing job's alone. */
function tokenProblems(
  pipeline: Record<string, GitlabJob>,
  jobs: readonly string[],
): string[] {
  return jobs
    .filter(
      name =>
        name !== 'publish-chart' &&
        Object.hasOwn(Object(pipeline[name].id_tokens), 'SIGSTORE_ID_TOKEN'),
    )
    .map(name => `${name} has a token to sign with`);
}

function jobProblems(
  job: GitlabJob,
  stages: readonly unknown[],
  jobs: readonly string[],
): string[] {
  const { stage, needs = [], id_tokens: tokens = {}, script } = job;
  return [
    ...Object.keys(job)
      .filter(key => !JOB_KEYS.includes(key))
      .map(key => `has ${key}`),
    ...(stages.includes(stage) ? [] : ['is in no stage']),
    ...(Array.isArray(needs) && needs.every(one => jobs.includes(one))
      ? []
      : ['needs what there is not']),
    ...(Array.isArray(script) &&
    script.every(line => typeof line === 'string' && line !== '')
      ? []
      : ['has a script that is no list of texts']),
    ...Object.entries(tokens as Record<string, { aud?: unknown }>)
      .filter(
        ([name, { aud }]) =>
          !/^[A-Z_]+$/.test(name) || typeof aud !== 'string' || aud === '',
      )
      .map(([name]) => `has the token ${name} without an audience`),
    ...variableProblems('its variables', job.variables ?? {}),
  ];
}

function variableProblems(where: string, variables: unknown): string[] {
  return Object.entries((variables ?? {}) as Record<string, unknown>)
    .filter(
      ([name, value]) =>
        !/^[A-Z_0-9]+$/.test(name) || typeof value !== 'string',
    )
    .map(([name]) => `${where}: ${name} is no text`);
}
