import { isTemplated } from '../../../consumers/json';
import { yamlWord } from '../facts';
import { EditError } from './EditError';
import { findChart } from './findDocument';
import { isThisChart } from './isThisChart';
import { ChangeMaker } from './ManifestChange';
import { MapEditor } from './MapEditor';
import { readYaml } from './readYaml';
import { TextEdit } from './TextEdit';
import { upgradeNotes } from './upgradeNotes';

/** A dependency in Chart.yaml: from the registry, in one exact version. */
export const toOciDependency: ChangeMaker = ({ consumer, input, pin }) => {
  const { text, part } = consumer;
  const edits: TextEdit[] = [];
  const root = new MapEditor(
    text,
    findChart(readYaml(text), consumer),
    edits,
    'Chart.yaml',
  );
  const [, index] = /^dependencies\[(\d{1,4})\]$/.exec(part) ?? [];
  const all = root.maps('dependencies');
  const meant = (
    index === undefined ? all : all.slice(Number(index), Number(index) + 1)
  ).filter(one => namesChart(one, input));
  if (meant.length !== 1) {
    throw new EditError(
      meant.length === 0
        ? 'no dependency in it names this chart by its repository'
        : 'several dependencies in it name this chart',
    );
  }
  const [dependency] = meant;
  const name = dependency.scalar('name') ?? '';
  const was = dependency.scalar('version');
  if (was !== undefined && isTemplated(was)) {
    throw new EditError('its version is a template');
  }
  const repository = `oci://${pin.parent}`;
  if (dependency.scalar('repository') !== repository) {
    dependency.set('repository', repository);
  }
  const renamed = name !== pin.name;
  if (renamed) {
    dependency.set('name', pin.name);
    if (!dependency.has('alias')) {
      // Values and conditions go by the name: they stay as they are.
      dependency.insertAfter('name', [`alias: ${yamlWord(name)}`]);
    }
  }
  if (was === undefined) {
    dependency.insertAfter('repository', [`version: ${yamlWord(pin.version)}`]);
  } else if (was !== pin.version) {
    dependency.set('version', pin.version);
  }
  return {
    edits,
    notes: [
      ...upgradeNotes(was, pin),
      ...(renamed
        ? [
            `The chart is called ${pin.name} now; an alias keeps the values under ${name}.`,
          ]
        : []),
      'Run helm dependency update and commit Chart.lock with it.',
    ],
  };
};

function namesChart(
  one: MapEditor,
  input: Parameters<typeof isThisChart>[0],
): boolean {
  const repository = one.scalar('repository') ?? '';
  return (
    /^(?:https?|oci):\/\//i.test(repository) &&
    isThisChart(input, repository.replace(/\/+$/, ''), one.scalar('name') ?? '')
  );
}
