import {
  classifyDigest,
  classifyVersion,
} from '../../../consumers/pin/classifyVersion';
import { isWhole } from '../../read/reference';
import { YamlPlace } from '../../read/yaml';
import { checkReference } from '../../rules/referenceRules';
import { Report } from '../../rules/Report';
import { lintLocation, lintVersion } from '../lintLocation';
import { ManifestObject } from './objects';

const OTHER_TOOLS = ['kustomize', 'directory', 'plugin'];

const PATHS: Readonly<Record<string, readonly string[] | undefined>> = {
  Application: ['spec'],
  ApplicationSet: ['spec', 'template', 'spec'],
};

/** Looks at the sources of an Application or ApplicationSet. */
export function lintArgo({ kind, root }: ManifestObject, report: Report): void {
  const path = PATHS[kind];
  const spec = path && root.at(...path);
  const single = spec?.at('source');
  for (const source of [
    ...(spec?.at('sources')?.items ?? []),
    ...(single ? [single] : []),
  ]) {
    lintSource(source, report);
  }
}

function lintSource(source: YamlPlace, report: Report): void {
  const location = source.pieceAt('repoURL');
  const chart = source.pieceAt('chart');
  const version = source.at('targetRevision');
  if (location?.text.startsWith('oci://')) {
    if (chart) {
      report.part('argocd-oci-and-chart', chart, [0, chart.text.length]);
    }
    checkReference(location, report, { tool: null });
    if (OTHER_TOOLS.every(tool => source.lacks(tool))) {
      lintNative(version, report);
    }
  } else if (location && chart && !/^https?:/i.test(location.text)) {
    if (!/[\uE000\s]/.test(location.text.split('/', 1)[0])) {
      lintLocation({ location, name: chart }, report, { tool: null });
    }
    lintVersion(version, report, { tool: 'helm', oci: false, pinned: true });
  } else if (chart) {
    lintVersion(version, report, { tool: 'helm', oci: false });
  }
}

/** A tag, a digest or a range. */
function lintNative(version: YamlPlace | undefined, report: Report): void {
  const piece = version?.written;
  if (version === undefined || !piece || !isWhole(piece.text) || !piece.text) {
    return;
  }
  const { text } = piece;
  const all = [0, text.length] as const;
  if (typeof version.value() === 'number') {
    report.part('number-as-version', piece, all, { correction: `"${text}"` });
  } else if (/^sha\d+:/.test(text)) {
    if (classifyDigest(text).findings.length > 0 && !/\.{3}|…/.test(text)) {
      report.part('digest-malformed', piece, all, { tool: null });
    }
  } else {
    const { pin, findings } = classifyVersion(text, 'tag-or-range');
    if (findings.some(({ rule }) => rule === 'plus-in-tag')) {
      const correction = text.replaceAll('+', '_');
      report.part('plus-in-tag', piece, all, { correction, tool: null });
    } else if (pin === 'range' || pin === 'floating') {
      report.part('unpinned', piece, all);
    }
  }
}
