import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useCallback } from 'react';

/**
 * Links into the entity tab. The tab's own route is not asked, because an app may show the card and not the tab, and a
 * missing route is an error there.
 *
 * @internal
 */
export function useTabHref(
  entityRef: string,
): (search?: Record<string, string>) => string {
  const entityPage = useRouteRef(entityRouteRef);
  return useCallback(
    (search = {}) => {
      const page = entityPage(parseEntityRef(entityRef)).replace(/\/$/, '');
      const query = new URLSearchParams(search).toString();
      return `${page}/chart-provenance${query && `?${query}`}`;
    },
    [entityPage, entityRef],
  );
}
