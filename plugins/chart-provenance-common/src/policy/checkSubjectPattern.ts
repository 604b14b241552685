import { RE2JS } from 're2js';
import { LiteralPath, literalPaths, NotFollowedError } from './literalPaths';

const MAX_LENGTH = 512;

/**
 * Beginnings after which only the name of a tag is left open: the workflow file of one repository, run for a tag. GitHub, Gitea and
 * Forgejo (`/.github/workflows/x.yml@`), and GitLab (`//.gitlab-ci.yml@`).
 */
const PINNED = [
  /^https:\/\/[^/@\s]+\/[^/@\s]+\/[^/@\s]+\/\.(?:github|gitea|forgejo)\/workflows\/[^/@\s]+@refs\/tags\//,
  /^https:\/\/[^/@\s]+(?:\/[^/@\s]+){2,20}\/\/[^@\s]+@refs\/tags\//,
];

/**
 * What is wrong with a `subjectPattern`: all of it, in sentences; empty when nothing is. A pattern must compile on RE2, and (unless
 * `allowAnyRef`) must not leave open which repository, which workflow or what kind of ref may sign.
 *
 * How that is decided: every beginning the pattern allows is listed literally. It is closed when each is a whole subject, or pins
 * host, repository and workflow up to `@refs/tags/`, so that only the tag varies: creating tags is what a release is, while branches
 * and pull requests are anybody's. This is sound: a pattern that is accepted cannot match another repository or workflow. It
 * is not complete: a pattern that is written in a way the listing does not follow is refused, with the place.
 *
 * @public
 */
export function checkSubjectPattern(
  pattern: string,
  options: { allowAnyRef?: boolean } = {},
): string[] {
  const problems: string[] = [];
  if (pattern.length > MAX_LENGTH) {
    return [`It has more than ${MAX_LENGTH} characters.`];
  }
  if (!compiles(pattern)) {
    return [
      'It is not a regular expression that RE2 takes (look-around and back-references are not available).',
    ];
  }
  if (options.allowAnyRef) {
    return problems;
  }
  try {
    const open = literalPaths(pattern).filter(
      path => path.openAt !== undefined && !isPinned(path.text),
    );
    problems.push(...new Set(open.map(path => describe(path, pattern))));
  } catch (error) {
    if (!(error instanceof NotFollowedError)) {
      throw error;
    }
    problems.push(
      `From offset ${error.position} on it cannot be told what it leaves open; write it with plain text, escapes like \\. and alternatives up to @refs/tags/, or set allowAnyRef: true.`,
    );
  }
  return problems;
}

function compiles(pattern: string): boolean {
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false;
  }
}

function isPinned(text: string): boolean {
  return PINNED.some(pinned => pinned.test(text));
}

function describe({ text, openAt = 0 }: LiteralPath, pattern: string): string {
  const dot =
    pattern[openAt] === '.' && !/^[*+?{]/.test(pattern.slice(openAt + 1));
  const hint = dot ? ' If a dot is meant, write \\. for it.' : '';
  return `It leaves the ${openPart(
    text,
  )} open from offset ${openAt} on.${hint} Pin it, as in https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.*, or set allowAnyRef: true.`;
}

/** The first part of a workflow's subject that a beginning does not settle. */
function openPart(text: string): string {
  if (!text.startsWith('https://')) {
    return 'identity';
  }
  if (/^https:\/\/[^/]*$/.test(text)) {
    return 'host';
  }
  if (!/^https:\/\/[^/]+\/[^@]+\/(?:\.\w+\/workflows)?\//.test(text)) {
    return 'repository';
  }
  return text.includes('@') ? 'ref' : 'workflow';
}
