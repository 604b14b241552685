import { finding } from '../finding';
import { at, recordAt, requiredTextAt, textAt } from '../json';
import { classifyDigest, classifyVersion, versionAt } from '../pin';
import { chartTargetOf } from '../target';
import { Finding } from '../types';
import { readVerify } from './readVerify';

/**
 * What an OCIRepository says of a chart: `ref.digest` before `ref.semver` before `ref.tag`, and `latest` without any.
 *
 * @throws ReadingError
 * @see https://fluxcd.io/flux/components/source/ocirepositories/
 */
export function readOciRepository(object: unknown) {
  const spec = recordAt(object, 'spec');
  const url = requiredTextAt(spec, 'url');
  const { target, findings } = chartTargetOf(url);
  const ref = wantedOf(spec);
  const { gate, findings: gateFindings } = readVerify(
    spec,
    at(object, 'status'),
  );
  const selector: Finding[] =
    textAt(spec, 'layerSelector', 'mediaType') === undefined
      ? [finding('oci-repository-without-layer-selector')]
      : [];
  return {
    form: 'flux-oci-repository' as const,
    target,
    written: [url, ref.text],
    wants: ref.wants,
    pin: ref.pin,
    gate,
    findings: [...findings, ...ref.findings, ...gateFindings, ...selector],
  };
}

function wantedOf(spec: unknown) {
  const digest = textAt(spec, 'ref', 'digest');
  if (digest !== undefined) {
    const wants = { version: null, digest };
    return { text: digest, wants, ...classifyDigest(digest) };
  }
  const { version: range, findings } = versionAt(spec, 'ref', 'semver');
  if (range !== undefined) {
    const read = classifyVersion(range, 'range');
    return {
      text: range,
      wants: { version: range, digest: null },
      pin: read.pin,
      findings: [...findings, ...read.findings],
    };
  }
  const tag = versionAt(spec, 'ref', 'tag');
  const read = classifyVersion(tag.version, 'tag');
  return {
    text: tag.version,
    wants: { version: tag.version ?? null, digest: null },
    pin: read.pin,
    findings: [...tag.findings, ...read.findings],
  };
}
