import { ScmIntegrationRegistry } from '@backstage/integration';

/** Kinds of hosts whose pages of files are at `…/blob/<ref>/<path>`. */
const BLOB_HOSTS = ['github', 'gitlab'];

/**
 * Link for people to a file of a place: http(s), on the host of the place, without user name and password. Null when there is none.
 *
 * @param placeUrl - of a repository, a folder in one, or the file itself (then `path` is undefined)
 */
export function hrefOf(
  integrations: Pick<ScmIntegrationRegistry, 'byUrl' | 'resolveUrl'>,
  placeUrl: string,
  path: string | undefined,
): string | null {
  try {
    const place = new URL(placeUrl);
    const type = integrations.byUrl(place)?.type ?? '';
    const isBlobHost = BLOB_HOSTS.includes(type);
    const link = new URL(
      path === undefined
        ? placeUrl
        : integrations.resolveUrl({
            // Relative, whatever it is called: nobody shall lead elsewhere with the name of a file.
            url: `./${path.replace(/[%?#\\]/g, encodeURIComponent)}`,
            base: folderUrl(place, type),
          }),
    );
    if (link.host !== place.host || !/^https?:$/.test(link.protocol)) {
      return null;
    }
    link.username = '';
    link.password = '';
    if (isBlobHost) {
      link.pathname = link.pathname.replace(
        /^((?:\/[^/]+){2,}?(?:\/-)?)\/tree\//,
        '$1/blob/',
      );
    }
    return link.href;
  } catch {
    return null;
  }
}

/** The place as a folder. A repository without a ref is read at its default branch, which GitHub and GitLab call HEAD. */
function folderUrl(place: URL, type: string): string {
  const folder = new URL(place.href);
  if (type === 'azure') {
    // Where the folder is stands in the query.
    const path = folder.searchParams.get('path') ?? '';
    folder.searchParams.set('path', path.endsWith('/') ? path : `${path}/`);
    return folder.href;
  }
  if (BLOB_HOSTS.includes(type) && !/\/(?:tree|blob)\//.test(folder.pathname)) {
    const repository = folder.pathname
      .replace(/\/+$/, '')
      .replace(/\.git$/, '');
    const mark = type === 'gitlab' ? '/-' : '';
    folder.pathname = `${repository}${mark}/blob/HEAD`;
  }
  if (!folder.pathname.endsWith('/')) {
    folder.pathname += '/';
  }
  return folder.href;
}
