import { isTemplated } from '../../../consumers/json';
import type { ChartPin } from '../facts';
import { EditError } from './EditError';
import { findDocument } from './findDocument';
import { isThisChart } from './isThisChart';
import { ChangeInput, ChangeMaker, ManifestChange } from './ManifestChange';
import { MapEditor } from './MapEditor';
import { readYaml } from './readYaml';
import { TextEdit } from './TextEdit';
import { upgradeNotes } from './upgradeNotes';

/** What renders something else than a chart. */
const OTHER_TOOLS = ['kustomize', 'directory', 'plugin'];

/** An Application or ApplicationSet: its source becomes native OCI, pinned to the digest. */
export const toNativeOci: ChangeMaker = change =>
  changeSource(change, (source, repoURL) => {
    const { pin } = change;
    const native = repoURL.startsWith('oci://');
    if (native && source.has('chart')) {
      throw new EditError(
        'it has oci:// and chart, so what it means is not certain',
      );
    }
    if (!native && source.has('path')) {
      throw new EditError(
        'it has chart and path, so what it means is not certain',
      );
    }
    if (OTHER_TOOLS.some(tool => source.has(tool))) {
      throw new EditError('another tool than Helm renders it');
    }
    if (repoURL !== pin.url) {
      source.set('repoURL', pin.url);
    }
    const path = native ? pathOf(source) : replacePath(source);
    return [...path, ...pinRevision(source, pin, native)];
  });

/** An Application stays Helm-typed, for Argo CD before 3.1, and takes the chart from the registry. */
export const toHelmTyped: ChangeMaker = change =>
  changeSource(change, (source, repoURL) => {
    const { pin } = change;
    if (repoURL.startsWith('oci://')) {
      throw new EditError('it is native OCI already, which can do more');
    }
    const was = source.scalar('targetRevision');
    if (was !== undefined && isTemplated(was)) {
      throw new EditError('its version is a template');
    }
    if (repoURL !== pin.parent) {
      source.set('repoURL', pin.parent);
    }
    if (source.scalar('chart') !== pin.name) {
      source.set('chart', pin.name);
    }
    if (was === undefined) {
      source.insertAfter('chart', [`targetRevision: ${pin.version}`]);
    } else if (was !== pin.version) {
      source.set('targetRevision', pin.version);
    }
    return upgradeNotes(was, pin);
  });

function changeSource(
  { consumer, input }: ChangeInput,
  make: (source: MapEditor, repoURL: string) => string[],
): ManifestChange {
  const { kind, name, namespace, text, part } = consumer;
  const edits: TextEdit[] = [];
  const document = findDocument(readYaml(text), { kind, name, namespace });
  const root = new MapEditor(text, document, edits, kind);
  const spec =
    kind === 'ApplicationSet'
      ? root.map('spec').map('template').map('spec')
      : root.map('spec');
  const meant = sourcesOf(spec, part).flatMap(source => {
    const repoURL = source.scalar('repoURL') ?? '';
    const chart = source.scalar('chart');
    return isThisChart(
      input,
      repoURL,
      repoURL.startsWith('oci://') ? undefined : chart,
    )
      ? [{ source, repoURL }]
      : [];
  });
  if (meant.length !== 1) {
    throw new EditError(
      meant.length === 0
        ? 'no source in it names this chart as it is, without a template'
        : 'several sources in it name this chart',
    );
  }
  const [{ source, repoURL }] = meant;
  const notes = make(source, repoURL);
  const patched =
    kind === 'ApplicationSet' && root.map('spec').has('templatePatch');
  return {
    edits,
    notes: patched
      ? [...notes, 'Its templatePatch is not changed, and may undo this.']
      : notes,
  };
}

/** `sources` overrides `source`. */
function sourcesOf(spec: MapEditor, part: string): MapEditor[] {
  if (!spec.has('sources')) {
    return [spec.map('source')];
  }
  const all = spec.maps('sources');
  const [, index] = /^sources\[(\d{1,3})\]$/.exec(part) ?? [];
  return index === undefined
    ? all
    : all.slice(Number(index), Number(index) + 1);
}

function pathOf(source: MapEditor): string[] {
  const path = source.scalar('path');
  if (path === undefined) {
    source.insertAfter('repoURL', ['path: .']);
  } else if (!['.', './'].includes(path)) {
    throw new EditError('its path is not the chart itself');
  }
  return [];
}

function replacePath(source: MapEditor): string[] {
  source.replace('chart', 'path', '.');
  return ['Argo CD has to be 3.1 or newer before this is applied.'];
}

function pinRevision(
  source: MapEditor,
  pin: ChartPin,
  native: boolean,
): string[] {
  const was = source.scalar('targetRevision');
  if (was !== undefined && isTemplated(was)) {
    return [
      'Its targetRevision is a template and stays: have it filled in with the digest.',
    ];
  }
  if (was === undefined) {
    source.insertAfter(native ? 'repoURL' : 'chart', [
      `targetRevision: ${pin.digest} # ${pin.tag}`,
    ]);
  } else if (was !== pin.digest) {
    source.set('targetRevision', pin.digest, { text: pin.tag });
  }
  return upgradeNotes(was, pin);
}
