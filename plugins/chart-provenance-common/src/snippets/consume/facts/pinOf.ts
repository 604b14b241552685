import { formatChartReference, parseChartReference } from '../../../reference';
import { versionToTag } from '../../../tags/tagNames';
import { compareVersions } from '../../../tags/versions';
import { SnippetError } from '../../SnippetError';
import type { SnippetInput, SnippetVersion } from '../../types';
import { plainText } from '../../words';

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const TAG = /^\w[\w.-]{0,127}$/;
const VERSION = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** Where the chart is; each part is checked against its grammar, so that none can be anything but itself. */
export interface ChartPlace {
  registry: string;
  repository: string;
  name: string;
  /** `oci://host/repository`, without tag or digest. */
  url: string;
  /** `host/path`, without scheme and without the chart. */
  parent: string;
}

/** And which bytes are meant. */
export interface ChartPin extends ChartPlace {
  /** The chart's own, with `+`. */
  version: string;
  /** What a registry has for it, with `_`. */
  tag: string;
  /** Of the manifest. */
  digest: string;
}

/** Why no text that names a version can be made; null when one can. */
export function noVersion({ version }: SnippetInput): string | null {
  return version === null
    ? 'No version of the chart is known, so there is nothing to pin.'
    : null;
}

/**
 * The chart and the version that texts name.
 *
 * @throws SnippetError `unsafe` when something is not what its grammar allows; `not-available` without a version
 */
export function pinOf(input: SnippetInput): ChartPin {
  const { version, tag, digest } = versionOf(input.version);
  return {
    ...placeOf(input),
    ...{ version, digest },
    tag: tag ?? versionToTag(version),
  };
}

/** Where the chart is. @throws SnippetError `unsafe` */
export function placeOf({
  chart: { registry, repository, name },
}: SnippetInput): ChartPlace {
  const url = urlOf(registry, repository, name);
  return {
    ...{ registry, repository, name, url },
    parent: `${registry}/${repository}`.slice(0, -name.length - 1),
  };
}

function urlOf(registry: string, repository: string, name: string): string {
  const url = `oci://${registry}/${repository}`;
  plainText(url, 'the name of the repository');
  const read = attempt(() => parseChartReference(url));
  if (
    read === undefined ||
    formatChartReference(read) !== url ||
    read.repository !== repository ||
    read.name !== name
  ) {
    throw unsafe('the name of the repository is none that registries take');
  }
  return url;
}

function versionOf(given: SnippetVersion | null): SnippetVersion {
  if (given === null) {
    throw new SnippetError(
      'not-available',
      'No version of the chart is known, so there is nothing to pin.',
    );
  }
  const { version, tag, digest } = given;
  if (
    !VERSION.test(version) ||
    compareVersions(version, version) === undefined
  ) {
    throw unsafe('the version is not one that Helm takes');
  }
  if (!DIGEST.test(digest)) {
    throw unsafe('the digest is not SHA-256');
  }
  if (tag !== null && !TAG.test(tag)) {
    throw unsafe('the tag is none that registries take');
  }
  return given;
}

function unsafe(what: string): SnippetError {
  return new SnippetError(
    'unsafe',
    `No text is made: ${what}, and would not stay what it is in a file.`,
  );
}

function attempt<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
