import {
  classifyDigest,
  classifyVersion,
} from '../../../consumers/pin/classifyVersion';
import { isWhole } from '../../read/reference';
import { YamlPlace } from '../../read/yaml';
import { Report } from '../../rules/Report';
import { lintLocation, lintVersion } from '../lintLocation';
import { lintVerify } from './lintVerify';
import { ManifestObject, nameOf } from './objects';

const LAYER = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';

/** What else is in the same text. */
export interface FluxNeighbours {
  /** HelmRepositories by `namespace/name`. */
  repositories: ReadonlyMap<string, YamlPlace>;
  /** OCIRepositories that a HelmRelease takes its chart from, by `namespace/name`. */
  charts: ReadonlySet<string>;
}

/** Gathers what objects of Flux say of each other. */
export function fluxNeighbours(
  objects: readonly ManifestObject[],
): FluxNeighbours {
  const repositories = new Map<string, YamlPlace>();
  const charts = new Set<string>();
  for (const object of objects) {
    const name = nameOf(object);
    if (object.kind === 'HelmRepository' && name !== undefined) {
      repositories.set(name, object.root);
    }
    const ref =
      object.kind === 'HelmRelease'
        ? object.root.at('spec', 'chartRef')
        : undefined;
    if (ref?.textAt('kind') === 'OCIRepository') {
      const own = object.root.textAt('metadata', 'namespace') ?? '';
      charts.add(
        `${ref.textAt('namespace') ?? own}/${ref.textAt('name') ?? ''}`,
      );
    }
  }
  return { repositories, charts };
}

/** Looks at one object of Flux. */
export function lintFlux(
  object: ManifestObject,
  report: Report,
  neighbours: FluxNeighbours,
): void {
  const spec = object.root.at('spec');
  if (!spec) {
    return;
  }
  switch (object.kind) {
    case 'OCIRepository':
      lintOciRepository(object, spec, report, neighbours);
      break;
    case 'HelmRepository':
      lintHelmRepository(spec, report);
      break;
    case 'HelmChart':
      lintTemplate(object, spec, report, neighbours);
      break;
    case 'HelmRelease':
      lintHelmRelease(object, spec, report, neighbours);
      break;
    default:
  }
}

function lintOciRepository(
  object: ManifestObject,
  spec: YamlPlace,
  report: Report,
  { charts }: FluxNeighbours,
): void {
  const url = spec.pieceAt('url');
  const isChart = charts.has(nameOf(object) ?? '');
  if (url?.text.startsWith('oci://')) {
    // It takes slashes at the end.
    lintLocation({ location: url }, report, { tool: null, slashAtEnd: true });
  }
  if (url && isChart && spec.lacks('layerSelector')) {
    const { end } = url.whole;
    const { start } = spec.keySpan('url') ?? { start: -1 };
    const indent = ' '.repeat(columnOf(url.source, start));
    report.part('oci-repository-without-layer-selector', url, [
      0,
      url.text.length,
    ]);
    const text = `\n${indent}layerSelector:\n${indent}  mediaType: ${LAYER}\n${indent}  operation: copy`;
    report.insertion(
      'oci-repository-without-layer-selector',
      end,
      canAddLine(spec, url.source, start, end) ? text : undefined,
    );
  }
  lintRef(spec.at('ref'), report, isChart);
  lintVerify(spec.at('verify'), report);
}

/** How far a key is indented. */
export function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

/** Can a line be added behind a value on one line of a block, whose key is the first thing there? */
export function canAddLine(
  place: YamlPlace,
  source: string,
  key: number,
  end: number,
): boolean {
  const begin = source.lastIndexOf('\n', key - 1) + 1;
  const stop = source.indexOf('\n', end);
  return (
    key >= 0 &&
    place.isBlock &&
    source.slice(begin, key).trim() === '' &&
    !source.slice(begin, key).includes('\t') &&
    !source.slice(key, end).includes('\n') &&
    source.slice(end, stop < 0 ? source.length : stop).trim() === ''
  );
}

function lintRef(
  ref: YamlPlace | undefined,
  report: Report,
  isChart: boolean,
): void {
  const digest = ref?.pieceAt('digest');
  const tag = ref?.at('tag');
  const text = tag?.written;
  if (digest && isWhole(digest.text) && !/\.{3}|…/.test(digest.text)) {
    if (classifyDigest(digest.text).findings.length > 0) {
      report.part('digest-malformed', digest, [0, digest.text.length], {
        tool: null,
      });
    }
  }
  if (!tag || !text || !isWhole(text.text)) {
    return;
  }
  const all = [0, text.text.length] as const;
  const { pin, findings } = classifyVersion(text.text, 'tag');
  const [finding] = findings;
  if (typeof tag.value() === 'number') {
    report.part('number-as-version', text, all, {
      correction: `"${text.text}"`,
    });
  } else if (finding?.rule === 'plus-in-tag') {
    const correction = text.text.replaceAll('+', '_');
    report.part('plus-in-tag', text, all, { correction, tool: null });
  } else if (finding?.rule === 'digest-as-version') {
    report.part('digest-as-version', text, all, { tool: null });
  } else if (pin === 'floating' && isChart && !digest) {
    report.part('unpinned', text, all);
  }
}

function lintHelmRepository(spec: YamlPlace, report: Report): void {
  const url = spec.pieceAt('url');
  const type = spec.textAt('type');
  if (!url || /^\uE000/.test(url.text)) {
    return;
  }
  const all = [0, url.text.length] as const;
  if (url.text.startsWith('oci://')) {
    lintLocation({ location: url }, report, { tool: null, slashAtEnd: true });
    if (spec.lacks('type') || type === 'default') {
      report.part('helm-repository-type', url, all);
    }
    if (spec.lacks('type')) {
      const { end } = url.whole;
      const { start } = spec.keySpan('url') ?? { start: -1 };
      const line = `\n${' '.repeat(columnOf(url.source, start))}type: oci`;
      report.insertion(
        'helm-repository-type',
        end,
        canAddLine(spec, url.source, start, end) ? line : undefined,
      );
    }
  } else if (type === 'oci' && /^https?:\/\//.test(url.text)) {
    report.part('helm-repository-type', url, all);
  }
}

function lintHelmRelease(
  object: ManifestObject,
  spec: YamlPlace,
  report: Report,
  neighbours: FluxNeighbours,
): void {
  const key = spec.keySpan('chart');
  if (spec.at('chartRef') && spec.at('chart') && key) {
    report.add({ rule: 'chart-and-chartref', at: key });
  }
  const template = spec.at('chart', 'spec');
  if (template) {
    lintTemplate(object, template, report, neighbours);
  }
}

function lintTemplate(
  { root }: ManifestObject,
  template: YamlPlace,
  report: Report,
  { repositories }: FluxNeighbours,
): void {
  const kind = template.at('sourceRef', 'kind');
  const piece = kind?.piece;
  if (piece?.text === 'OCIRepository') {
    report.part('oci-repository-under-sourceref', piece, [
      0,
      piece.text.length,
    ]);
  }
  const isRepository = piece?.text === 'HelmRepository';
  const own = root.textAt('metadata', 'namespace') ?? '';
  const source = template.at('sourceRef');
  const repository = isRepository
    ? repositories.get(
        `${source?.textAt('namespace') ?? own}/${source?.textAt('name') ?? ''}`,
      )
    : undefined;
  const url = repository?.pieceAt('spec', 'url');
  const oci = url?.text.startsWith('oci://') === true;
  if (isRepository) {
    lintVersion(template.at('version'), report, { tool: 'helm', oci: false });
  }
  const name = template.pieceAt('chart');
  if (url && oci) {
    lintLocation({ location: url, name }, report, {
      tool: null,
      slashAtEnd: true,
    });
  }
  const verify = template.at('verify');
  const verifyKey = template.keySpan('verify');
  if (verify && verifyKey && url && /^https?:\/\//.test(url.text)) {
    report.add({ rule: 'flux-verify-without-oci', at: verifyKey });
  }
  lintVerify(verify, report);
}
