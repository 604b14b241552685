import { isFloatingTag, isSignatureTag, tagPromises } from '../tags/tagNames';
import { reasonOf } from '../verdict/reasons';
import { Reason, RequirementResult } from '../verdict/types';
import { JudgeInput } from './judgeInput';

const SHOWN_LENGTH = 128;

/**
 * The rules about names and tags that hold for every chart: tags and repository must say what the chart's own config says, and the
 * digest must not have been passed off as another version.
 *
 * @internal
 */
export function judgeTags(input: JudgeInput): RequirementResult[] {
  return [
    line('tag-version', 'Tag and repository say what the chart says', [
      ...nameReasons(input),
      ...tagReasons(input),
    ]),
    line(
      'tag-history',
      'Only ever tagged as its own version, and no tag fell back to it',
      [...historyReasons(input), ...moveReasons(input)],
    ),
  ];
}

function nameReasons({ chart, subject }: JudgeInput): Reason[] {
  if (subject.configName === null || subject.configVersion === null) {
    return [
      reasonOf(
        'unsupported-format',
        'Name and version could not be read from the chart’s config.',
      ),
    ];
  }
  return subject.configName === chart.name
    ? []
    : [
        reasonOf(
          'name-or-version-mismatch',
          `The chart calls itself ${cut(subject.configName)}, the repository ${
            chart.name
          }.`,
        ),
      ];
}

function tagReasons({ subject }: JudgeInput): Reason[] {
  const { configVersion } = subject;
  return configVersion === null
    ? []
    : subject.tags
        .filter(({ tag }) => contradicts(tag, configVersion))
        .map(({ tag }) =>
          reasonOf(
            'name-or-version-mismatch',
            `The tag ${tag} points at version ${cut(configVersion)}.`,
          ),
        );
}

/** A signed old version under a newer tag is how an attacker with write access brings back a mended weakness. */
function historyReasons({ subject }: JudgeInput): Reason[] {
  const { configVersion } = subject;
  const now = subject.tags.map(({ tag }) => tag);
  return configVersion === null
    ? []
    : subject.everTags
        .filter(tag => !now.includes(tag) && contradicts(tag, configVersion))
        .map(tag =>
          reasonOf(
            'rollback',
            `Version ${cut(
              configVersion,
            )} was once published under the tag ${tag}.`,
          ),
        );
}

/** Only while the tag points here: the older version is as good as before, but whoever follows the tag was sent back. */
function moveReasons({ subject }: JudgeInput): Reason[] {
  return subject.tags
    .filter(({ tag, change }) => change === 'rollback' && isFloatingTag(tag))
    .map(({ tag }) =>
      reasonOf(
        'rollback',
        `The tag ${tag} was moved back to this version from a higher one.`,
      ),
    );
}

function contradicts(tag: string, version: string): boolean {
  return (
    !isSignatureTag(tag) && !isFloatingTag(tag) && !tagPromises(tag, version)
  );
}

function line(id: string, title: string, reasons: Reason[]): RequirementResult {
  const undecided = reasons.every(({ code }) => code === 'unsupported-format');
  const open = undecided ? 'undecided' : 'failed';
  return {
    id,
    title,
    result: reasons.length === 0 ? 'met' : open,
    metBy: [],
    reasons,
  };
}

function cut(text: string): string {
  return text.length > SHOWN_LENGTH
    ? `${text.slice(0, SHOWN_LENGTH - 1)}…`
    : text;
}
