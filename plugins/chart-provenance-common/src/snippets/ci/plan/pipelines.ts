import { normaliseSource } from '../../../source/normaliseSource';
import { sourceMatches } from '../../../source/sourceMatches';
import type { SnippetInput } from '../../types';
import { Keyless } from './subjectFits';
import { PipelineIdentity, Provider, ReleaseRef } from './types';

/** Versions that a tag is tried with: a policy that takes only some of them takes no release workflow. */
const VERSIONS = ['0.1.0', '1.2.3', '10.20.30'];
const GITHUB_FILES = ['release.yml', 'publish.yml', 'release.yaml'];
const GITHUB =
  /^https:\/\/(github\.com)\/([\w.-]+\/[\w.-]+)\/\.github\/workflows\/([\w.-]+\.ya?ml)@/;
const GITLAB =
  /^https:\/\/([a-z0-9.-]+(?::\d+)?)\/([\w.-]+(?:\/[\w.-]+)+)\/\/([\w./-]+\.ya?ml)@/;

/**
 * Pipelines that a policy may mean, likeliest first: what its subject says literally, filled up from the chart's source. Whether
 * it takes one of them is decided by trying, see {@link subjectsOf}.
 *
 * @internal
 */
export function pipelineCandidates(
  provider: 'github' | 'gitlab',
  keyless: readonly Keyless[],
  { chart }: SnippetInput,
): PipelineIdentity[] {
  const places = [
    ...keyless.flatMap(one => literalPlace(provider, one)),
    ...sourcePlaces(provider, chart.expectedSource),
  ];
  const refs = [...keyless.flatMap(exactRefs), ...usualRefs(chart.name)];
  return places
    .filter(place => isSource(place, chart.expectedSource))
    .flatMap(place => refs.map(ref => ({ ...place, ref })));
}

/**
 * Subjects of certificates that runs of the pipeline get.
 *
 * @internal
 */
export function subjectsOf(
  provider: 'github' | 'gitlab',
  identity: Omit<PipelineIdentity, 'ref'>,
  ref: ReleaseRef,
): string[] {
  const { host, repository, file } = identity;
  const slash = provider === 'github' ? '/' : '//';
  return refsOf(ref).map(
    one => `https://${host}/${repository}${slash}${file}@${one}`,
  );
}

function refsOf(ref: ReleaseRef): string[] {
  if (ref.kind === 'branch') {
    return [`refs/heads/${ref.branch}`];
  }
  return ref.only === undefined
    ? VERSIONS.map(version => `refs/tags/${ref.prefix}${version}`)
    : [`refs/tags/${ref.only}`];
}

type Place = Omit<PipelineIdentity, 'ref'>;

/** A workflow of another repository (a reusable one) is no place to build this chart from. */
function isSource({ host, repository }: Place, expected: string | null) {
  return expected === null || sourceMatches(expected, `${host}/${repository}`);
}

function literalPlace(
  provider: Provider,
  { subject, subjectPattern }: Keyless,
): Place[] {
  const readable =
    subject ??
    (subjectPattern ?? '').replace(/^\^/, '').replace(/\\(.)/g, '$1');
  const found = (provider === 'github' ? GITHUB : GITLAB).exec(readable);
  if (!found) {
    return [];
  }
  const [, host, repository, file] = found;
  return [
    {
      host,
      repository,
      file: provider === 'github' ? `.github/workflows/${file}` : file,
    },
  ];
}

function sourcePlaces(
  provider: Provider,
  expectedSource: string | null,
): Place[] {
  const source = normaliseSource(expectedSource ?? '');
  if (source === null || source.includes('*')) {
    return [];
  }
  const [host, ...path] = source.split('/');
  const repository = path.join('/');
  if (provider === 'gitlab') {
    return host === 'github.com'
      ? []
      : [{ host, repository, file: '.gitlab-ci.yml' }];
  }
  return host === 'github.com' && path.length === 2
    ? GITHUB_FILES.map(file => ({
        host,
        repository,
        file: `.github/workflows/${file}`,
      }))
    : [];
}

function exactRefs({ subject }: Keyless): ReleaseRef[] {
  const tag = /@refs\/tags\/([\w.+-]+)$/.exec(subject ?? '')?.[1];
  const branch = /@refs\/heads\/([\w./-]+)$/.exec(subject ?? '')?.[1];
  return [
    ...(tag === undefined ? [] : [tagOnly(tag)]),
    ...(branch === undefined ? [] : [{ kind: 'branch' as const, branch }]),
  ];
}

/** What stands before the first digit is taken for the prefix. */
function tagOnly(tag: string): ReleaseRef {
  const digit = /\d+\.\d+\.\d+/.exec(tag)?.index ?? 0;
  return { kind: 'tag', prefix: tag.slice(0, digit), only: tag };
}

function usualRefs(chart: string): ReleaseRef[] {
  return [
    ...['v', '', `${chart}-v`, `${chart}-`, `${chart}/v`, `${chart}/`].map(
      prefix => ({ kind: 'tag' as const, prefix }),
    ),
    ...['main', 'master'].map(branch => ({ kind: 'branch' as const, branch })),
  ];
}
