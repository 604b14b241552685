import {
  parseYaml,
  readDocuments,
  splitDocuments,
  TreeFile,
} from 'backstage-plugin-chart-provenance-backend/git-documents';
import { chooseEntries } from './chooseEntries';
import { ChartUse } from './ChartUse';
import { GitRepository } from './GitRepository';
import { isHelmfile, readHelmfile } from './readHelmfile';
import { Side, Unread } from './Side';
import { textOfBlob } from './textOfBlob';
import { useOf } from './useOf';
import { whatHides } from './whatHides';

const READ_MS = 120_000;
/** In the text of a manifest of Argo CD or Flux. */
const DEPLOYS = /argoproj\.io|toolkit\.fluxcd\.io/;

/**
 * Reads all uses of charts in a commit: the whole tree, because objects name each other across files.
 *
 * @throws GitError, or what `readDocuments` rejects with when it takes too long
 */
export async function readSide(
  repository: Pick<GitRepository, 'tree' | 'contents'>,
  commit: string,
): Promise<Side> {
  const tree = await repository.tree(commit);
  const { read, unread, truncated } = chooseEntries(tree);
  const paths = new Set(tree.map(({ path }) => path));
  const contents = await repository.contents(read);
  const files = read.map(({ path, id }) => ({
    path,
    text: textOfBlob(contents.get(id) ?? Buffer.alloc(0)),
  }));
  const manifests = files.filter(({ path }) => !isHelmfile(path));
  const readings = await readDocuments(manifests, AbortSignal.timeout(READ_MS));
  const helmfiles = files
    .filter(({ path }) => isHelmfile(path))
    .map(file => readHelmfile(file));
  const uses = [
    ...readings.consumers.map(({ path, reading }) => useOf(path, reading)),
    ...helmfiles.flatMap(one => one.uses),
  ];
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    uses,
    unread: [
      ...unread,
      ...files.flatMap(file => whatHides(file, path => paths.has(path))),
      ...problemsOf(readings.problems, uses),
      ...helmfiles.flatMap(one => one.unread),
      ...manifests.flatMap(templates),
    ],
    truncated: truncated || readings.truncated,
    textOf: path => texts.get(path),
  };
}

/** `where` is a path, a document in it, and an object in that. What a use says itself is not said twice. */
function problemsOf(
  problems: readonly { where: string; message: string }[],
  uses: readonly ChartUse[],
): Unread[] {
  return problems.flatMap(({ where, message }) => {
    const [path] = where.split(/(?:, document \d+)?: |, document \d+$/);
    const isTold = uses.some(
      use =>
        use.path === path &&
        use.ask.kind === 'unasked' &&
        message.startsWith(use.ask.why),
    );
    return isTold ? [] : [{ path, why: message }];
  });
}

/**
 * What comes out of a template is known once it is rendered. The readers pass such documents over, for an index has no use for them; here each
 * may be a chart.
 */
function templates({ path, text }: TreeFile): Unread[] {
  const isOpen = splitDocuments(text).some(
    document =>
      document.text.includes('{{') &&
      DEPLOYS.test(document.text) &&
      'problem' in parseYaml(document.text),
  );
  return isOpen
    ? [
        {
          path,
          why: 'It is a template: what comes out of it is not known here.',
        },
      ]
    : [];
}
