import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/**
 * The page of the whole fleet, `/chart-provenance`.
 *
 * @internal
 */
export const rootRouteRef = createRouteRef({
  id: 'chart-provenance:root',
});

/**
 * The entity tab.
 *
 * @internal
 */
export const entityContentRouteRef = createRouteRef({
  id: 'chart-provenance:entity-content',
});

/**
 * The form of a scaffolder template; unbound in an app without a scaffolder.
 *
 * @internal
 */
export const templateRouteRef = createExternalRouteRef({
  id: 'template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/**
 * The page of the whole fleet, as the entity tab links to it: an app may show the tab and not the page.
 *
 * @internal
 */
export const pageRouteRef = createExternalRouteRef({
  id: 'page',
  optional: true,
  defaultTarget: 'chart-provenance.root',
});
