import {
  parseYaml,
  splitDocuments,
  TreeFile,
} from 'backstage-plugin-chart-provenance-backend/git-documents';
import { mayHoldCharts } from './chooseEntries';
import { Unread } from './Side';

const KUSTOMIZATION = /(?:^|\/)kustomization(?:\.ya?ml)?$/i;
const CHARTS = ['helmCharts', 'helmChartInflationGenerator'];
const LFS = 'version https://git-lfs.github.com/spec/';
/** In the text of a manifest of Argo CD or Flux. */
const DEPLOYS = /argoproj\.io|toolkit\.fluxcd\.io/;
/** An `apiVersion` as everybody writes it, which the readers of manifests go by. */
const PLAIN =
  /apiVersion["']?[ \t]{0,9}:[ \t]{0,9}["']?(?:argoproj\.io|[a-z]{1,20}\.toolkit\.fluxcd\.io)\//;
/** Escapes and tags, without which no word can come out that does not stand there. */
const DISGUISES = /\\(?:[xuU]|[ \t]*\r?$)|!!|!</m;

/**
 * What holds charts in a way that is not read. Readers pass over most of a repository, and whoever opens a pull request knows by what: so a manifest that
 * is written in an uncommon way is told, and so is what Kustomize brings in.
 *
 * @param isFile - is there a file at that path of the same commit?
 */
export function whatHides(
  file: TreeFile,
  isFile: (path: string) => boolean,
): Unread[] {
  const { path, text } = file;
  if (text.startsWith(LFS)) {
    return [{ path, why: 'Its contents are in Git LFS, and were not read.' }];
  }
  return [
    ...(KUSTOMIZATION.test(path) ? ofKustomize(file, isFile) : []),
    ...(splitDocuments(text).some(document => isDisguised(document.text))
      ? [
          {
            path,
            why: 'It has a manifest that is written in a way that is not read: apiVersion and what it says belong on one line, as plain text.',
          },
        ]
      : []),
  ];
}

function ofKustomize(
  { path, text }: TreeFile,
  isFile: (path: string) => boolean,
): Unread[] {
  const values = splitDocuments(text).map(document => valueOf(document.text));
  const unread = (why: string): Unread => ({ path, why });
  if (values.includes(undefined)) {
    return [unread('It is a kustomization that cannot be read.')];
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const others = values
    .flatMap(value => textsOf(membersOf(value).resources))
    .map(resource => insideOf(folder, resource))
    .filter(resource => isFile(resource) && !mayHoldCharts(resource));
  return [
    ...(values.some(value => CHARTS.some(key => key in membersOf(value)))
      ? [unread('The charts under helmCharts of Kustomize are not read.')]
      : []),
    ...others.flatMap(resource => [
      unread(
        'It takes a manifest from a file that is not read: call it .yaml.',
      ),
      {
        path: resource,
        why: 'A kustomization takes it for a manifest, and it is not read: call it .yaml.',
      },
    ]),
  ];
}

/** Would whoever deploys it find there what the readers do not? They take a document as a whole, once they see one object of theirs in it. */
function isDisguised(text: string): boolean {
  if (text.includes('HelmChartInflationGenerator')) {
    return true;
  }
  const isSeen = PLAIN.test(text);
  const mayHide = DISGUISES.test(text) || (!isSeen && DEPLOYS.test(text));
  return (
    mayHide &&
    objectsOf(valueOf(text)).some(
      ({ apiVersion }) =>
        apiVersion instanceof Uint8Array ||
        (!isSeen && typeof apiVersion === 'string' && DEPLOYS.test(apiVersion)),
    )
  );
}

function objectsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  const object = membersOf(value);
  const items = Array.isArray(object.items) ? object.items : [];
  return [object, ...items.map(membersOf)];
}

function valueOf(text: string): unknown {
  const outcome = parseYaml(text);
  return 'value' in outcome ? outcome.value ?? {} : undefined;
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : [];
}

/** From the top of the repository, as paths of a commit are written. */
function insideOf(folder: string, resource: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${resource}`.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
