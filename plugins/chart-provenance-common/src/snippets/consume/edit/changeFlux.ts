import { YAMLMap } from 'yaml';
import { isTemplated } from '../../../consumers/json';
import { yamlWord } from '../facts';
import { authOption, fluxAuthOf } from '../flux/fluxAuth';
import { FluxTrust } from '../flux/fluxTrust';
import { ociRepositoryLines } from '../flux/ociRepositoryLines';
import { changeOciRepository } from './changeOciRepository';
import { EditError } from './EditError';
import { findDocument, isObject, textAt } from './findDocument';
import { isThisChart } from './isThisChart';
import { ChangeInput, ManifestChange } from './ManifestChange';
import { eolOf, MapEditor } from './MapEditor';
import { readYaml } from './readYaml';
import { TextEdit } from './TextEdit';
import { upgradeNotes } from './upgradeNotes';

const V2 = 'helm.toolkit.fluxcd.io/v2';

/** A HelmRelease over a HelmRepository gets a pinned OCIRepository; an OCIRepository is pinned. */
export function toOciRepository(
  change: ChangeInput,
  trust: FluxTrust | undefined,
): ManifestChange {
  const { consumer, input, pin } = change;
  const { kind, name, namespace, text } = consumer;
  const edits: TextEdit[] = [];
  const documents = readYaml(text);
  const edit = (document: YAMLMap) =>
    new MapEditor(text, document, edits, consumer.kind);
  if (kind === 'HelmChart') {
    throw new EditError(
      'a HelmChart takes no digest: use an OCIRepository in its place',
    );
  }
  const document = findDocument(documents, { kind, name, namespace });
  if (kind === 'OCIRepository') {
    const notes = changeOciRepository(edit(document), input, pin, trust);
    return { edits, notes };
  }
  const release = edit(document).map('spec');
  if (release.has('chartRef')) {
    const source = sourceOf(release, documents, namespace);
    const notes = changeOciRepository(edit(source), input, pin, trust);
    return { edits, notes };
  }
  const notes = toChartRef(change, release, document, documents);
  edits.push(appended(change, document, trust));
  return { edits, notes };
}

function sourceOf(
  release: MapEditor,
  documents: readonly YAMLMap[],
  namespace: string | null,
): YAMLMap {
  const ref = release.map('chartRef');
  const name = ref.scalar('name') ?? '';
  if (ref.scalar('kind') !== 'OCIRepository') {
    throw new EditError('its chartRef names no OCIRepository');
  }
  const wanted = {
    kind: 'OCIRepository',
    name,
    namespace: ref.scalar('namespace') ?? namespace,
  };
  if (!documents.some(one => isObject(one, wanted))) {
    throw new EditError('its OCIRepository is in another file: pin that');
  }
  return findDocument(documents, wanted);
}

function toChartRef(
  { consumer, input, pin }: ChangeInput,
  release: MapEditor,
  document: YAMLMap,
  documents: readonly YAMLMap[],
): string[] {
  if (textAt(document, 'apiVersion') !== V2) {
    throw new EditError(`its apiVersion is not ${V2}: bring it there first`);
  }
  const chart = release.map('chart').map('spec');
  if (chart.has('valuesFiles') || chart.has('valuesFile')) {
    throw new EditError(
      'it names valuesFiles of the chart, which chartRef has no place for',
    );
  }
  const name = chart.scalar('chart') ?? '';
  const source = chart.map('sourceRef');
  if (source.scalar('kind') !== 'HelmRepository') {
    throw new EditError('its chart comes from no HelmRepository');
  }
  checkChart({ input, pin, consumer }, name, source, documents);
  const taken = { ...consumer, kind: 'OCIRepository' };
  if (documents.some(one => isObject(one, taken))) {
    throw new EditError(
      'there is an OCIRepository of its name already, which something else may use',
    );
  }
  const was = chart.scalar('version');
  const comments = /(?:^|\s)#/.test(release.source('chart'));
  release.replaceBlock('chart', [
    'chartRef:',
    '  kind: OCIRepository',
    `  name: ${yamlWord(consumer.name)}`,
  ]);
  return [
    ...(was === undefined
      ? ['It had no version, so it took the newest.']
      : upgradeNotes(was, pin)),
    ...(comments ? ['Comments within its chart go with it.'] : []),
    `Its HelmRepository ${
      source.scalar('name') ?? ''
    } stays: remove it when nothing else uses it.`,
    'Where the registry is private, add provider or secretRef to the new OCIRepository.',
  ];
}

function checkChart(
  { consumer, input, pin }: ChangeInput,
  name: string,
  source: MapEditor,
  documents: readonly YAMLMap[],
): void {
  const url = documents
    .filter(one =>
      isObject(one, {
        kind: 'HelmRepository',
        name: source.scalar('name') ?? '',
        namespace: source.scalar('namespace') ?? consumer.namespace,
      }),
    )
    .map(one => textAt(one, 'spec', 'url') ?? '');
  // Its HelmRepository may be in another file: then the name has to do, and that this consumer was given as one of the chart.
  const meant =
    url.length > 0
      ? url.every(each => isThisChart(input, each.replace(/\/+$/, ''), name))
      : name === pin.name || name === input.legacy?.name;
  if (!meant) {
    throw new EditError(
      'its chart is not this one as it is, without a template',
    );
  }
  if (
    isTemplated(consumer.name) ||
    !/^[a-z0-9][a-z0-9.-]*$/.test(consumer.name)
  ) {
    throw new EditError('its name is a template');
  }
}

/** The new source, at the end of the file. */
function appended(
  { consumer, input, pin }: ChangeInput,
  document: YAMLMap,
  trust: FluxTrust | undefined,
): TextEdit {
  const { text } = consumer;
  const eol = eolOf(text);
  const namespace = textAt(document, 'metadata', 'namespace') ?? null;
  if (namespace !== null && !/^[a-z0-9][a-z0-9-]*$/.test(namespace)) {
    throw new EditError('its namespace is a template');
  }
  const lines = ociRepositoryLines(input, pin, {
    ...{ name: consumer.name, namespace, trust },
    auth: fluxAuthOf(authOption(input).value),
  });
  return {
    start: text.length,
    end: text.length,
    text: [...(text.endsWith('\n') ? ['---'] : ['', '---']), ...lines, ''].join(
      eol,
    ),
  };
}
