import { LEGACY_CHARTS_ANNOTATION } from './names';
import { EntryProblem, parseEntries } from './parseEntries';
import { readRepositoryReference } from './readReference';
import { LegacyChartClaim, ParsedAnnotation } from './types';

const CHART_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,249}$/;

/**
 * Reads `chart-provenance/legacy-charts`: `https://host/path#name`, or `…#old-name=oci://host/path/name` when the chart was
 * renamed. Never throws. A repository URL is a claim: it is contacted only where the operator lists it.
 *
 * @public
 */
export function parseLegacyCharts(
  value: string,
): ParsedAnnotation<LegacyChartClaim> {
  return parseEntries(LEGACY_CHARTS_ANNOTATION, value, entry => {
    const result = readEntry(entry);
    return 'problem' in result
      ? result
      : {
          entry: result.claim,
          key: `${result.claim.repositoryUrl}#${result.claim.name}`,
        };
  });
}

function readEntry(
  entry: string,
): { claim: LegacyChartClaim } | { problem: EntryProblem } {
  const hash = entry.indexOf('#');
  if (hash < 0) {
    return problem(
      entry.length,
      'The name of the chart is missing.',
      'Add # and the name, as in https://charts.acme.dev#payments.',
    );
  }
  const repositoryUrl = readUrl(entry.slice(0, hash));
  if (repositoryUrl === undefined) {
    return problem(
      0,
      'The repository is not an http or https URL without credentials and query.',
      'Write it as in helm repo add, for example https://charts.acme.dev.',
    );
  }
  const equals = entry.indexOf('=', hash);
  const name = entry.slice(hash + 1, equals < 0 ? undefined : equals);
  if (!CHART_NAME.test(name)) {
    return problem(
      hash + 1 + Math.max(name.search(/[^A-Za-z0-9._-]/), 0),
      'This cannot be the name of a chart.',
      'Write the name as in index.yaml: letters, digits, dots, dashes and underscores.',
    );
  }
  if (equals < 0) {
    return { claim: { repositoryUrl, name } };
  }
  const result = readRepositoryReference(entry, equals + 1);
  return 'problem' in result
    ? result
    : { claim: { repositoryUrl, name, becomes: result.reference } };
}

function readUrl(text: string): string | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  if (url.username || url.password || url.search) {
    return undefined;
  }
  return withoutEnd(
    withoutEnd(`${url.origin}${url.pathname}`, '/'),
    '/index.yaml',
  );
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}

function problem(
  position: number,
  message: string,
  fix: string,
): { problem: EntryProblem } {
  return { problem: { position, message, fix } };
}
