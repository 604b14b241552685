import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { pageRouteRef } from '../routes';

/**
 * Links to a part of the page of the whole fleet; undefined where the app does not show that page.
 *
 * @internal
 */
export function usePageHref(): (
  part: 'gate' | 'lint',
  search?: Record<string, string>,
) => string | undefined {
  const page = useRouteRef(pageRouteRef);
  return useCallback(
    (part, search = {}) => {
      const query = new URLSearchParams(search).toString();
      return (
        page && `${page().replace(/\/$/, '')}/${part}${query && `?${query}`}`
      );
    },
    [page],
  );
}
