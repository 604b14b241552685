import type { TagHistory, TagObservation } from '../../api/tagTypes';
import { code, plain, table } from '../../migration/markdown/escape';
import { isFloatingTag } from '../../tags/tagNames';
import { chartPlace } from '../ci/plan';
import { SnippetError } from '../SnippetError';
import type { GeneratedText, SnippetGenerator, SnippetInput } from '../types';
import { namesTag } from './namesTag';

/** Of one tag, and of tags: a text that nobody reads to the end warns nobody. */
const MOST_MOVES = 12;
const MOST_TAGS = 20;

const WHAT: Record<TagObservation['change'], string> = {
  first: 'first seen',
  're-push': 'pushed again, the chart is the same',
  're-publish': 'another chart under the same name',
  forward: 'moved to a newer version',
  rollback: 'moved back to a lower version',
  removed: 'removed',
};

/** Of all tags, and of those that were looked at. */
const NONE = {
  floating:
    'No tag of this chart stands for something else than a version. Keep it so.',
  republished: 'No version was seen to point at two digests.',
};
const NONE_OF_THESE = {
  floating: 'None of these stands for something else than a version.',
  republished: 'None of these versions was seen to point at two digests.',
};

const INSTEAD = [
  '## What to do instead',
  '',
  '1. Write a digest in every reference: `oci://…@sha256:…`. It is the only name that cannot be given to something else.',
  '2. Let Renovate or a promotion open a pull request for each new version, so that what changes is reviewed and dated.',
  '3. Make version tags immutable where the registry can; leave out `sha256-*`, which carry signatures.',
  '4. Do not publish `latest`. Whoever wants the newest lets a pull request name it.',
];

/**
 * Why a tag that moves is an incident waiting to happen, told with what the tags of this chart did.
 *
 * @internal
 */
export const whyNotLatest: SnippetGenerator = {
  id: 'why-not-latest',
  group: 'registry',
  title: 'Why not “latest”',
  options: () => [],
  unavailable: input => {
    if (input.tagsRead.at === null) {
      return 'The chart was not read from its registry yet, so nothing is known of its tags.';
    }
    try {
      chartPlace(input);
    } catch (error) {
      if (error instanceof SnippetError) {
        return error.message;
      }
      throw error;
    }
    return null;
  },
  generate,
};

function generate(input: SnippetInput): GeneratedText {
  const { repository } = chartPlace(input);
  const moved = input.tags.filter(hasMoved);
  const text = [
    `# What the tags of ${code(repository)} did`,
    '',
    ...summary(input, moved),
    ...moved.slice(0, MOST_TAGS).flatMap(one => tagSection(one, input)),
    ...INSTEAD,
  ];
  return {
    files: [
      {
        path: 'why-not-latest.md',
        language: 'markdown',
        text: `${text.join('\n')}\n`,
      },
    ],
    guarantees:
      'Everything in it was seen in the registry; nothing is made up where nothing was seen.',
    cannot: [
      'Between two looks a tag may have moved and moved back: that is not in it.',
    ],
    notes:
      moved.length === 0 ? ['No tag of this chart was seen to move yet.'] : [],
  };
}

function summary(
  { tags, tagsRead }: SnippetInput,
  moved: readonly TagHistory[],
): string[] {
  const floating = tags.filter(({ tag }) => isFloatingTag(tag));
  const republished = moved.filter(({ tag }) => !isFloatingTag(tag));
  const none = tagsRead.complete ? NONE : NONE_OF_THESE;
  return [
    ...(tagsRead.complete
      ? []
      : [
          `Only the ${tags.length} tags that moved most were looked at; there are more.`,
          '',
        ]),
    floating.length === 0
      ? none.floating
      : `These tags promise no version, so they may point at anything: ${names(
          floating,
        )}.`,
    '',
    republished.length === 0
      ? none.republished
      : `These versions pointed at more than one digest: ${names(
          republished,
        )}.`,
    '',
  ];
}

function names(tags: readonly TagHistory[]): string {
  const more = tags.length - MOST_TAGS;
  return `${tags
    .slice(0, MOST_TAGS)
    .map(({ tag }) => code(tag))
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function tagSection(history: TagHistory, input: SnippetInput): string[] {
  const { tag, observations } = history;
  const shown = observations.slice(0, MOST_MOVES);
  return [
    `## ${code(tag)}`,
    '',
    ...table(
      ['From', 'Until', 'Version', 'Digest', 'What happened'],
      shown.map(one => [
        day(one.firstSeenAt),
        day(one.lastSeenAt),
        one.version === null ? 'not read' : plain(one.version),
        short(one.digest),
        WHAT[one.change],
      ]),
    ),
    '',
    ...(observations.length > shown.length
      ? [`And ${observations.length - shown.length} more before.`, '']
      : []),
    ...split(history),
    ...followers(tag, input),
  ];
}

/** Who installed by the tag got what it pointed at that day: nobody can tell two of them apart by what they wrote. */
function split({ tag, observations }: TagHistory): string[] {
  const [newest, ...before] = observations.filter(
    one => one.change !== 'removed',
  );
  const other = before.find(one => one.digest !== newest.digest);
  if (newest === undefined || other === undefined) {
    return [];
  }
  return [
    `Whoever installed ${code(tag)} before ${day(
      newest.firstSeenAt,
    )} may run ${named(other)}; whoever did since runs ${named(
      newest,
    )}. Both wrote the same reference, and a restart can move one to the other.`,
    '',
    ...(observations.some(({ change }) => change === 'rollback')
      ? [
          'It went to a lower version: whoever follows it was taken back without being asked, and with that what had been mended since.',
          '',
        ]
      : []),
    ...(observations.some(({ change }) => change === 're-publish')
      ? [
          'Another chart came under the same name: what was reviewed, tested or signed is not what the name stands for now.',
          '',
        ]
      : []),
  ];
}

/** Of those whose manifests are known; there may be others. */
function followers(tag: string, { consumers, chart }: SnippetInput): string[] {
  const following = consumers.filter(({ text }) =>
    namesTag(text, chart.repository, tag),
  );
  return following.length === 0
    ? []
    : [
        `These consumers write ${code(
          tag,
        )} and no digest, so each may run another of the above:`,
        '',
        ...following
          .slice(0, MOST_TAGS)
          .map(({ title }) => `- ${plain(title)}`),
        ...(following.length > MOST_TAGS
          ? [`- and ${following.length - MOST_TAGS} more`]
          : []),
        '',
      ];
}

function named({ version, digest }: TagObservation): string {
  return version === null
    ? short(digest)
    : `${plain(version)} (${short(digest)})`;
}

/** Enough to compare by eye; the page of the version has all of it. */
function short(digest: string): string {
  return code(digest.slice(0, 19));
}

function hasMoved({ observations }: TagHistory): boolean {
  return new Set(observations.map(({ digest }) => digest)).size > 1;
}

/** Times are ours, yet they come in as texts. */
function day(time: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0] ?? 'unknown';
}
