import { classifyVersion } from '../../consumers/pin/classifyVersion';
import { isConstraint } from '../../consumers/pin/isConstraint';
import { tagToVersion } from '../../tags/tagNames';
import { compareVersions } from '../../tags/versions';
import { isWhole } from '../read/reference';
import { Piece } from '../text';
import { ToolName } from './prints';
import { Report } from './Report';

/** One exact version, with or without `v`. */
export function isExactVersion(text: string): boolean {
  return compareVersions(text, text) !== undefined;
}

/** Who reads it, and from where. */
export interface VersionPlace {
  tool: ToolName | null;
  /** The chart comes from a registry. */
  oci: boolean;
  /** What is loose here is worth a word. */
  pinned?: boolean;
}

/** What is wrong with a version or range as Helm reads it. */
export function checkHelmVersion(
  piece: Piece,
  report: Report,
  { tool, oci, pinned = false }: VersionPlace,
): void {
  const { text } = piece;
  const all = [0, text.length] as const;
  if (text === '' || !isWhole(text)) {
    return;
  }
  const { pin, findings } = classifyVersion(text, 'helm');
  const about = text;
  const [finding] = findings;
  if (finding?.rule === 'digest-as-version') {
    report.part('digest-as-version', piece, all, { tool, about });
  } else if (finding?.rule === 'underscore-in-version') {
    const correction = tagToVersion(text);
    report.part('underscore-in-version', piece, all, {
      tool,
      about,
      correction,
    });
  } else if (oci && isWordNotVersion(text)) {
    report.part('tag-is-no-version', piece, all, { tool, about });
  } else if (oci && /^v?\d+(?:\.\d+)?$/.test(text)) {
    report.part('shortened-version', piece, all, { tool, about });
  } else if (pinned && pin === 'range') {
    report.part('unpinned', piece, all);
  }
}

/** `latest`, `stable`; not `x`, which is a range, and nothing that a person may have left to fill in. */
export function isWordNotVersion(text: string): boolean {
  return (
    /^[a-z][a-z0-9_.-]{0,127}$/.test(text) &&
    !isExactVersion(text) &&
    !isExactVersion(tagToVersion(text)) &&
    !isConstraint(text)
  );
}
