import { CommandLine, flagOf, isSet } from '../read/helmCommand';
import {
  isRegistryHost,
  isWhole,
  ReferenceParts,
  splitReference,
  textOf,
} from '../read/reference';
import { Word } from '../read/shell';
import { tagToVersion } from '../../tags/tagNames';
import { CommandSetting } from './CommandSetting';
import { checkReference } from './referenceRules';
import { Report } from './Report';
import { isExactVersion, isWordNotVersion } from './versionRules';

/** What is wrong with the chart that a command downloads. */
export function checkDownload(
  line: CommandLine,
  chart: Word,
  report: Report,
  { helm }: CommandSetting,
): void {
  const { piece } = chart;
  const parts = splitReference(piece);
  if (parts.scheme === '') {
    checkScheme(parts, report);
    return;
  }
  if (!/oci:\/\//i.test(piece.text)) {
    return;
  }
  checkReference(piece, report, { tool: 'helm' });
  checkChartName(parts, report);
  checkTag(parts, line, chart, report);
  if (parts.digest === undefined) {
    return;
  }
  const whole = [0, piece.text.length] as const;
  const isDigest = isWhole(textOf(parts, parts.digest));
  if (isDigest && isSet(line, 'verify')) {
    report.part('verify-with-digest', piece, whole);
  }
  if (isOlderThan318(helm)) {
    report.part('digest-needs-newer-helm', piece, whole);
  }
}

/** `ghcr.io/…` is a chart `…` of a repository that somebody named so; nobody names one like a registry. */
function checkScheme(parts: ReferenceParts, report: Report): void {
  const host = textOf(parts, parts.host);
  if (isRegistryHost(host) && parts.path[1] > parts.path[0]) {
    // Only where nothing stands before it: a correction is put there.
    report.part('scheme-missing', parts.piece, [0, host.length], {
      correction: `oci://${host}`,
    });
  }
}

/** Docker Hub and GHCR have an owner first, and no registry has charts without a name. */
function checkChartName(parts: ReferenceParts, report: Report): void {
  const { piece, path } = parts;
  const host = textOf(parts, parts.host);
  const text = textOf(parts, path);
  const isShort =
    text === '' ||
    (/^[a-z0-9._-]+$/.test(text) &&
      /^(?:ghcr\.io|quay\.io|(?:registry-1\.|index\.)?docker\.io)$/.test(host));
  if (isShort && isWhole(host) && host !== '' && !/[.]{3}/.test(piece.text)) {
    report.part('chart-name-missing', piece, [0, piece.text.length]);
  }
}

function checkTag(
  parts: ReferenceParts,
  line: CommandLine,
  chart: Word,
  report: Report,
): void {
  const { piece, tag, digest } = parts;
  const text = tag ? textOf(parts, tag) : '';
  if (tag === undefined || !isWhole(text) || text === '') {
    return;
  }
  const version = flagOf(line, 'version')?.value;
  const correction =
    version === undefined && digest === undefined && !chart.quoted
      ? ` --version ${tagToVersion(text)}`
      : undefined;
  const withColon = [tag[0] - 1, tag[1]] as const;
  if (text.includes('+') && isExactVersion(text)) {
    const more = { correction, tool: 'helm' as const, about: text };
    report.part('plus-in-tag', piece, withColon, more);
  } else if (digest !== undefined) {
    // The digest wins, and Helm only looks whether the tag has it.
  } else if (text.includes('_') && isExactVersion(tagToVersion(text))) {
    const more = { correction, tool: 'helm' as const, about: text };
    report.part('underscore-in-version', piece, withColon, more);
  } else if (isWordNotVersion(text)) {
    report.part('tag-is-no-version', piece, tag, { about: text });
  } else if (
    version &&
    version.text !== text &&
    isWhole(version.text) &&
    isExactVersion(version.text) &&
    isExactVersion(text)
  ) {
    const about = `${version.text} is not ${text}`;
    report.part('version-mismatch', version.piece, [0, version.text.length], {
      about,
    });
  }
}

function isOlderThan318(helm: string | undefined): boolean {
  const [, major, minor] =
    /^v?(\d{1,3})\.(\d{1,3})(?:\.|$)/.exec(helm ?? '') ?? [];
  return (
    major !== undefined &&
    (Number(major) < 3 || (major === '3' && Number(minor) < 18))
  );
}
