import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useCallback } from 'react';
import { TabPart } from './useTabPart';

/**
 * Links into the entity tab; without a part, to where it opens. The tab's own route is not asked, because an app may show the card and not the tab, and a
 * missing route is an error there.
 *
 * @internal
 */
export function useTabHref(
  entityRef: string,
): (search?: Record<string, string>, part?: TabPart) => string {
  const entityPage = useRouteRef(entityRouteRef);
  return useCallback(
    (search = {}, part) => {
      const page = entityPage(parseEntityRef(entityRef)).replace(/\/$/, '');
      const query = new URLSearchParams(search).toString();
      const path = `${page}/chart-provenance${part ? `/${part}` : ''}`;
      return `${path}${query && `?${query}`}`;
    },
    [entityPage, entityRef],
  );
}
