import { ChartReferenceError } from '../../reference/ChartReferenceError';
import {
  ChartReference,
  parseChartReference,
} from '../../reference/parseChartReference';
import { finding } from '../finding';
import { isTemplated } from '../json';
import { ChartTarget, Finding } from '../types';
import { normaliseLegacyUrl, withoutSlashes } from './normaliseLegacyUrl';

/**
 * The chart that a location means, and what is wrong with how it is written.
 *
 * @public
 */
export interface TargetReading {
  target: ChartTarget;
  findings: Finding[];
}

/**
 * The chart that is meant by a location and a name: `oci://host/path` or `host/path` plus the name, or an http(s) URL of a legacy repository.
 * Without a name, the location must be a whole `oci://` repository. Never throws.
 *
 * @public
 */
export function chartTargetOf(location: string, name?: string): TargetReading {
  if (isTemplated(location) || (name !== undefined && isTemplated(name))) {
    return { target: { kind: 'templated' }, findings: [] };
  }
  if (/^https?:\/\//i.test(location)) {
    return { target: legacyTarget(location, name), findings: [] };
  }
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(location) ?? [];
  if (scheme !== undefined && scheme.toLowerCase() !== 'oci') {
    return unresolved('Charts come from oci://, http:// or https:// only.');
  }
  return ociTarget(
    scheme === undefined ? location : location.slice('oci://'.length),
    name,
  );
}

/** A target that cannot be told. */
export function unresolved(message: string): TargetReading {
  return { target: { kind: 'unresolved', message }, findings: [] };
}

function legacyTarget(location: string, name: string | undefined): ChartTarget {
  const repositoryUrl = normaliseLegacyUrl(location);
  if (repositoryUrl === undefined) {
    return {
      kind: 'unresolved',
      message: 'The URL of the repository cannot be read.',
    };
  }
  if (name === undefined || !/^[^\s#\p{C}]{1,250}$/u.test(name)) {
    return { kind: 'unresolved', message: 'The name of the chart is missing.' };
  }
  return { kind: 'legacy', repositoryUrl, name };
}

function ociTarget(location: string, name: string | undefined): TargetReading {
  const findings: Finding[] = [];
  // Flux takes slashes at the end; where they are a mistake, the reader of the form says so.
  const plain = withoutSlashes(location);
  const lower = plain.toLowerCase();
  // An owner may have the name of its chart: oci://public.ecr.aws/karpenter holds karpenter/karpenter.
  const isBelowOwner = plain.split('/').length > 2;
  if (
    name !== undefined &&
    isBelowOwner &&
    lower.endsWith(`/${name.toLowerCase()}`)
  ) {
    findings.push(finding('chart-name-repeated'));
  }
  const text = name === undefined ? plain : `${plain}/${name}`;
  const read = readReference(text) ?? readReference(text.toLowerCase());
  if (read instanceof ChartReferenceError) {
    return {
      target: { kind: 'unresolved', message: `${read.message} ${read.fix}` },
      findings,
    };
  }
  if (read === undefined) {
    return unresolved('The reference cannot be read.');
  }
  if (readReference(text) === undefined) {
    findings.push(finding('uppercase-repository'));
  }
  if (read.tag !== undefined || read.digest !== undefined) {
    findings.push(finding('reference-in-url'));
  }
  const { registry, repository } = read;
  return { target: { kind: 'oci', registry, repository }, findings };
}

/** Undefined when upper case is all that is wrong. */
function readReference(
  text: string,
): ChartReference | ChartReferenceError | undefined {
  try {
    return parseChartReference(`oci://${text}`);
  } catch (error) {
    if (!(error instanceof ChartReferenceError)) {
      throw error;
    }
    return error.problem === 'uppercase-repository' ? undefined : error;
  }
}
