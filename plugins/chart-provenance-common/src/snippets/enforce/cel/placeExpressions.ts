import { celText } from '../../words';
import { celList, ChartPlace } from '../facts';

/** Of a manifest, with all its characters. */
export const DIGEST = `'^sha256:[a-f0-9]{64}$'`;

/**
 * CEL: the text without its scheme, in lower case. A host is compared whatever its case; a path that is not in lower case is
 * none that registries take.
 */
export function withoutScheme(text: string): string {
  return `[${text}.trim().lowerAscii()].map(text, text.substring(size(text.find('^(?:[a-z0-9+.-]+:/+)?/*'))))[0]`;
}

/** A place in CEL: expressions that give its parts. */
export interface CelPlace {
  /** As `withoutScheme` gives it. */
  at: string;
  host: string;
  path: string;
}

/** CEL: what stands before the first slash. */
export function hostOf(at: string): string {
  return `${at}.find('^[^/]*')`;
}

/** CEL: the path of a place without empty and single-dot segments, tag, digest or query. */
export function pathOf(at: string): string {
  return `${at}.substring(size(${hostOf(
    at,
  )})).find('^[^:@?#]*').split('/')\n  .filter(part, part != '' && part != '.').join('/')`;
}

/** The parts of a place that stand in a map, or among the variables. */
export function partsOf(holder: string): CelPlace {
  return {
    at: `${holder}.at`,
    host: `${holder}.host`,
    path: `${holder}.path`,
  };
}

function isHost({ host }: CelPlace, { hosts }: ChartPlace): string {
  return `${host}.matches(${celText(hosts)})`;
}

/**
 * CEL: nobody can tell which host or path is meant, so it may be this one. Programs that resolve a host's name map other alphabets to
 * Latin letters, and some servers resolve `..` and `%`.
 */
function unclear(one: CelPlace, place: ChartPlace): string[] {
  return [
    `!${one.host}.matches('^[!-~]*$')`,
    `${isHost(one, place)} && (${one.at}.contains('..') || ${
      one.at
    }.contains('%'))`,
  ];
}

function anyOf(conditions: readonly string[]): string {
  return conditions.map(one => `(${one})`).join('\n  || ');
}

/** CEL: the place is this chart's, however it is written. */
export function isThisChart(one: CelPlace, place: ChartPlace): string {
  const repository = celText(place.repository);
  return anyOf([
    `${isHost(one, place)} && ${one.path} == ${repository}`,
    ...(place.hostMayBeMissing
      ? [`${one.host} + '/' + ${one.path} == ${repository}`]
      : []),
    ...unclear(one, place),
  ]);
}

/** CEL: the place is below the chart's folder, and none of the charts in the list. */
export function isUnknownChart(
  one: CelPlace,
  place: ChartPlace,
  known: string,
): string {
  const below = (path: string) =>
    `${path}.startsWith(${celText(place.prefix)}) && !(${path} in ${known})`;
  return anyOf([
    `${isHost(one, place)} && ${below(one.path)}`,
    ...(place.hostMayBeMissing
      ? [below(`(${one.host} + '/' + ${one.path})`)]
      : []),
    ...unclear(one, place),
  ]);
}

/** CEL: a HelmRepository there could serve charts below the chart's folder. */
export function servesFolder(one: CelPlace, place: ChartPlace): string {
  const prefix = celText(place.prefix);
  const path = `(${one.path} == '' ? '' : ${one.path} + '/')`;
  return anyOf([
    `${isHost(
      one,
      place,
    )} && (${path}.startsWith(${prefix}) || ${prefix}.startsWith(${path}))`,
    ...unclear(one, place),
  ]);
}

/** CEL: a name of a chart in an index, or a path to one, that is one of these names. */
export function isNamed(chart: string, names: readonly string[]): string {
  return `${chart}.lowerAscii().split('/').exists(part, part in ${celList(
    names.map(name => name.toLowerCase()),
  )})`;
}

/**
 * CEL: `{url, chart, pin, at}` of every place that sources of Argo CD name, as texts. One with a chart counts twice: what is fetched is the two
 * joined, or, where the url begins with oci://, the url alone.
 */
export function namedBySources(sources: string): string {
  const url = "(has(one.repoURL) ? string(one.repoURL) : '')";
  const entry = (at: string) =>
    [
      '{',
      `    'url': ${url},`,
      "    'chart': has(one.chart) ? string(one.chart) : '',",
      "    'pin': has(one.targetRevision) ? string(one.targetRevision) : '',",
      `    'at': ${withoutScheme(at)}}`,
    ].join('\n');
  return [
    `(${sources}.map(one, ${entry(
      `(${url} + (has(one.chart) ? '/' + string(one.chart) : ''))`,
    )})`,
    `  + ${sources}.filter(one, has(one.chart)).map(one, ${entry(url)}))`,
  ].join('\n');
}
