import type { LegacyEntry } from '../../../store';

const NAME = /^[a-zA-Z0-9._-]{1,250}$/;
/** What Helm takes for a version; others it leaves out. */
const VERSION =
  /^v?\d{1,20}(?:\.\d{1,20}){0,2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const VERSION_LENGTH = 256;
const DIGEST = /^(?:sha256:)?([0-9a-f]{64})$/i;
const TIME = /^\d{4}-\d{2}-\d{2}[T ]/;
/** What Go writes for no time at all. */
const NO_TIME = '0001-';
const URL_LENGTH = 2_000;

/**
 * Reads one version of a chart. What Helm would leave out is a problem; what only describes the version is left out where it cannot be
 * read. `removed` counts as deprecated: Helm pays no heed to it and installs such a version.
 *
 * @param base - URL of the index, which relative ones are resolved against
 * @returns the entry, or why there is none, one sentence without anything that was written there
 */
export function readEntry(
  name: string,
  written: unknown,
  base: string,
): LegacyEntry | string {
  if (!NAME.test(name)) {
    return 'Its name is none of a chart.';
  }
  if (!isObject(written)) {
    return 'It is empty, or no version of a chart.';
  }
  const { version } = written;
  if (typeof version !== 'string' || version === '') {
    return 'It has no version.';
  }
  if (version.length > VERSION_LENGTH || !VERSION.test(version)) {
    return 'Its version is none that Helm takes.';
  }
  if (typeof written.name !== 'string' || written.name === '') {
    return 'It has no name, so Helm leaves it out.';
  }
  return {
    name,
    version,
    digest: digestOf(written.digest),
    created: timeOf(written.created),
    url: urlOf(written.urls, base),
    deprecated: isTrue(written.deprecated) || isTrue(written.removed),
  };
}

function digestOf(written: unknown): string | null {
  const hex =
    typeof written === 'string' ? DIGEST.exec(written.trim())?.[1] : undefined;
  return hex === undefined ? null : `sha256:${hex.toLowerCase()}`;
}

function timeOf(written: unknown): string | null {
  if (
    typeof written !== 'string' ||
    written.length > 64 ||
    !TIME.test(written) ||
    written.startsWith(NO_TIME)
  ) {
    return null;
  }
  const time = new Date(written);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** Never fetched. Shown as a link by others, so nothing but the schemes that Helm knows, and no password. */
function urlOf(written: unknown, base: string): string | null {
  const [first] = Array.isArray(written) ? written : [];
  if (
    typeof first !== 'string' ||
    first === '' ||
    first.length > URL_LENGTH ||
    !URL.canParse(first, base)
  ) {
    return null;
  }
  const url = new URL(first, base);
  if (url.protocol === 'oci:') {
    return /^oci:\/\/[^\s@]+(?:@sha256:[0-9a-f]{64})?$/.test(first)
      ? first
      : null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return null;
  }
  url.username = '';
  url.password = '';
  return url.href;
}

function isTrue(written: unknown): boolean {
  return written === true || written === 'true';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
