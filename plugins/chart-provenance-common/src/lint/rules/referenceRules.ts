import { isDigest } from 'chart-provenance-oras/reference';
import {
  isWhole,
  Range,
  ReferenceParts,
  splitReference,
  textOf,
} from '../read/reference';
import { HOLE, Piece } from '../text';
import { ToolName } from './prints';
import { Report } from './Report';
import { LintRule } from './ruleTable';

/** What a reference is given to. */
export interface ReferencePlace {
  /** `null`: nobody's words are quoted. */
  tool: ToolName | null;
  /** A slash at the end is taken. */
  slashAtEnd?: boolean;
  /** What the tool adds, after a slash. */
  adds?: string;
}

/**
 * What is wrong with a reference whoever it is given to. What is filled in later is never guessed.
 *
 * @returns true when nothing was found
 */
export function checkReference(
  piece: Piece,
  report: Report,
  place: ReferencePlace,
): boolean {
  const parts = splitReference(piece);
  const { tool } = place;
  const doubled = /^(?:https?|oci):\/\/(?=oci:\/\/)/.exec(piece.text);
  if (doubled) {
    report.part('scheme-doubled', piece, [0, doubled[0].length], {
      correction: '',
      tool: tool === 'helm' ? tool : null,
    });
    return false;
  }
  const found = [
    checkPath(parts, report, place),
    checkTag(parts, report, tool),
    checkDigest(parts, report, tool),
  ];
  checkOwner(parts, report);
  return !found.includes(true);
}

/** What the tool complains of: all of it, or the repository that it made of it. */
function aboutOf(
  parts: ReferenceParts,
  { tool, adds }: ReferencePlace,
): string {
  const path = textOf(parts, parts.path);
  return tool === 'cosign'
    ? parts.piece.text
    : `${path}${adds === undefined ? '' : `/${adds}`}`;
}

function checkPath(
  parts: ReferenceParts,
  report: Report,
  place: ReferencePlace,
): boolean {
  const { piece, path } = parts;
  const text = textOf(parts, path);
  const { tool, slashAtEnd = false } = place;
  const about = aboutOf(parts, place);
  const quote = tool === 'helm' || tool === 'cosign' ? tool : null;
  const double = /[^/\uE000]\/\/(?=[^/\uE000])/.exec(text);
  let found = false;
  const upper = upperRange(text, path);
  if (upper !== undefined) {
    report.part('uppercase-repository', piece, upper, {
      correction: piece.text.slice(...upper).toLowerCase(),
      tool: quote,
      about,
    });
    found = true;
  }
  if (double) {
    const at = path[0] + double.index + 1;
    report.part('empty-segment', piece, [at, at + 2], {
      correction: '/',
      tool: quote,
      about,
    });
    found = true;
  }
  if (/[^/]\/$/.test(text) && !slashAtEnd) {
    const end = path[1];
    report.part('trailing-slash', piece, [end - 1, end], {
      correction: '',
      tool: quote === 'cosign' ? null : quote,
      about,
    });
    found = true;
  }
  return found;
}

/** What people write for others to change: `OWNER`, `YOUR_ORG`, `MY-PROJECT-ID`. */
const PLACEHOLDER =
  /^(?:(?:YOUR|MY|THE|OWNER|ORG|ORGANIZATION|ORGANISATION|REGISTRY|HOST|USER|USERNAME|NAMESPACE|PROJECT|PROJECTID|ID|REPO|REPOSITORY|ACCOUNT|CHART|CHARTS|NAME|TENANT|REGION|TEAM|COMPANY|IMAGE|GITHUB|LOCATION|PATH|TAG|VERSION|DOCKERHUB|HUB|X+)[_-]?)+$/i;

/** The first run of segments with upper case in them; undefined when there is none that somebody means. */
function upperRange(text: string, [from]: Range): Range | undefined {
  let range: Range | undefined;
  let at = 0;
  for (const segment of text.split('/')) {
    const isMeant =
      /[A-Z]/.test(segment) &&
      !/[{}[\]<>()%*#|,;'"\s]/.test(segment) &&
      !segment
        .split(HOLE)
        .some(
          part =>
            /[A-Z]/.test(part) &&
            PLACEHOLDER.test(part) &&
            part === part.toUpperCase(),
        ) &&
      !/^your/i.test(segment);
    const until: number = at + segment.length;
    const isWholeSegment = !segment.includes(HOLE);
    if (isMeant) {
      const part = isWholeSegment
        ? segment
        : segment.split(HOLE).find(one => /[A-Z]/.test(one)) ?? '';
      const start = from + at + segment.indexOf(part);
      range = [range?.[0] ?? start, start + part.length];
      if (!isWholeSegment) {
        return range;
      }
    } else if (range !== undefined && !isWholeSegment) {
      return range;
    }
    at = until + 1;
  }
  return range;
}

function checkTag(
  parts: ReferenceParts,
  report: Report,
  tool: ToolName | null,
): boolean {
  const { piece, tag } = parts;
  if (tag === undefined || tool === 'helm') {
    // Helm has rules of its own for tags.
    return false;
  }
  const text = textOf(parts, tag);
  if (!isWhole(text) || !text.includes('+')) {
    return false;
  }
  report.part('plus-in-tag', piece, tag, {
    correction: text.replaceAll('+', '_'),
    tool,
    about: piece.text,
  });
  return true;
}

function checkDigest(
  parts: ReferenceParts,
  report: Report,
  tool: ToolName | null,
): boolean {
  const { piece, digest } = parts;
  if (digest === undefined) {
    return false;
  }
  const text = textOf(parts, digest);
  const at = text.indexOf(HOLE);
  if (at >= 0) {
    return checkFilledDigest(parts, digest[0] + at, report);
  }
  if (isDigest(text) || isShortened(text)) {
    return false;
  }
  report.part('digest-malformed', piece, digest, {
    tool: tool === 'helm' || tool === 'cosign' ? tool : null,
    about: tool === 'cosign' ? piece.text : text,
  });
  return true;
}

/** `sha256:abc…`, `sha256:1234...`: in documentation, and meant so. */
function isShortened(text: string): boolean {
  return /…|\.\.\.|x{3}|X{3}|\*/.test(text);
}

/** Where a command fills the digest in, what it takes it from can be seen. */
function checkFilledDigest(
  { piece }: ReferenceParts,
  at: number,
  report: Report,
): boolean {
  const hole = piece.holeAt(at);
  if (hole.length > 1_000 || !/^(?:\$\(|`)/.test(hole)) {
    return false;
  }
  const rule = ruleOfHole(hole);
  if (rule !== undefined) {
    report.part(rule, piece, [at, at + 1]);
  }
  return rule !== undefined;
}

function ruleOfHole(hole: string): LintRule | undefined {
  if (/\bChart\.lock\b/.test(hole)) {
    return 'chart-lock-digest';
  }
  return /\b(?:sha256sum|shasum)\b/.test(hole) && /\.tgz\b/.test(hole)
    ? 'archive-digest'
    : undefined;
}

/** `${{ github.repository_owner }}` and its like, but not `${OWNER,,}`. */
const OWNER =
  /^\$\{\{\s*github\.(?:repository(?:_owner)?|actor)\s*\}\}$|^\$\{?GITHUB_(?:REPOSITORY(?:_OWNER)?|ACTOR)\}?$/;

function checkOwner({ piece, path }: ReferenceParts, report: Report): void {
  for (let at = path[0]; at < path[1]; at += 1) {
    if (piece.text[at] === HOLE && OWNER.test(piece.holeAt(at))) {
      report.part('owner-may-be-uppercase', piece, [at, at + 1]);
    }
  }
}
