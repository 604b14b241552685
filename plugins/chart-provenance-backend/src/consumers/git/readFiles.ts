import { UrlReaderService } from '@backstage/backend-plugin-api';
import { DocumentProblem } from 'backstage-plugin-chart-provenance-node';
import { ConsumerPattern } from '../../config';
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
  /** What is not read: files, and folders with all that is in them. */
  exclude?: readonly ConsumerPattern[];
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
  { signal, etag, bounds, exclude }: ReadFilesOptions,
): Promise<PlaceFiles> {
  const filter = new TreeFilter(bounds, exclude);
  const files: TreeFile[] = [];
  const add = (path: string, content: Buffer) => {
    if (filter.acceptsContent(path, content.length)) {
      files.push({ path, text: textOf(content) });
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
  return { files, etag: readEtag, ...leftOut(filter, files.length) };
}

/** YAML may be UTF-16 too, as some shells on Windows write it, and tools deploy it. */
function textOf(content: Buffer): string {
  const mark = content.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    const encoding = mark === 'fffe' ? 'utf-16le' : 'utf-16be';
    return new TextDecoder(encoding).decode(content);
  }
  return content.toString('utf8');
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

/** A place of which nothing is read says nothing of who consumes what. */
function leftOut({ tooLarge, left, excluded }: TreeFilter, read: number) {
  const reasons = [
    ...(tooLarge.length > 0 ? [`${tooLarge.length} files are too large`] : []),
    ...(excluded > 0 && read === 0
      ? ['Everything that would be read is under exclude']
      : []),
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
