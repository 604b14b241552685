import { UrlReaderService } from '@backstage/backend-plugin-api';
import { DocumentProblem } from 'backstage-plugin-chart-provenance-node';
import { TreeFile } from './FileTree';
import { TreeBounds, TreeFilter } from './TreeFilter';

/** The files of a place, and what was left out. */
export interface PlaceFiles {
  files: TreeFile[];
  problems: DocumentProblem[];
  /** Why not everything is here, one sentence; null when it is. */
  incompleteBecause: string | null;
  etag: string | undefined;
}

/** What a reading is told. */
export interface ReadFilesOptions {
  signal: AbortSignal;
  /** Of the last reading: nothing is read while it is the same. */
  etag?: string;
  bounds?: TreeBounds;
}

/** Is it the URL of one file? */
export function isFileUrl(url: string): boolean {
  return /\.ya?ml$/i.test(pathOf(url));
}

/**
 * Reads a repository, a folder or a file.
 *
 * @throws what the URL reader throws; NotModifiedError when it has the etag
 */
export async function readFiles(
  urlReader: UrlReaderService,
  url: string,
  { signal, etag, bounds }: ReadFilesOptions,
): Promise<PlaceFiles> {
  const filter = new TreeFilter(bounds);
  const files: TreeFile[] = [];
  const add = (path: string, content: Buffer) => {
    if (filter.acceptsContent(path, content.length)) {
      files.push({ path, text: content.toString('utf8') });
    }
  };
  let readEtag: string | undefined;
  if (isFileUrl(url)) {
    const response = await urlReader.readUrl(url, { etag, signal });
    add(fileName(url), await response.buffer());
    readEtag = response.etag;
  } else {
    const { accepts } = filter;
    const tree = await urlReader.readTree(url, {
      etag,
      signal,
      filter: accepts,
    });
    for (const file of await tree.files()) {
      signal.throwIfAborted();
      add(file.path.replace(/^\/+/, ''), await file.content());
    }
    readEtag = tree.etag;
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, etag: readEtag, ...leftOut(filter) };
}

function fileName(url: string): string {
  const path = pathOf(url);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Azure DevOps has the path inside of a repository in the query. */
function pathOf(url: string): string {
  const { pathname, searchParams } = new URL(url);
  return searchParams.get('path') ?? pathname;
}

function leftOut({ tooLarge, left }: TreeFilter) {
  const reasons = [
    ...(tooLarge.length > 0 ? [`${tooLarge.length} files are too large`] : []),
    ...(left > 0 ? [`${left} files are more than are read of one place`] : []),
  ];
  return {
    problems: tooLarge.slice(0, 100).map(path => ({
      where: path.slice(0, 500),
      message: 'The file is larger than 1 MiB and was not read.',
    })),
    incompleteBecause: reasons.length > 0 ? `${reasons.join('; ')}.` : null,
  };
}
