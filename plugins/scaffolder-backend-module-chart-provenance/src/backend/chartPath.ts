import { InputError } from '@backstage/errors';
import { EntityProvenance } from 'backstage-plugin-chart-provenance-common';
import { Backend, StepContext } from './Backend';

/** Which chart of which entity. */
export interface ChartChoice {
  /** e.g. `component:default/payments` */
  entityRef: string;
  /** `oci://host/path/name`, or the chart's id; may be left out where the entity has one chart. */
  chart?: string;
}

/** Path of an entity below the plugin's base. @throws InputError */
export function entityPath(entityRef: string): string {
  const match = /^([^:/]+):(?:([^/]+)\/)?([^/]+)$/.exec(entityRef);
  if (!match) {
    throw new InputError(
      `entityRef must be written like component:default/payments, and is ${JSON.stringify(
        entityRef,
      )}`,
    );
  }
  const [, kind, namespace = 'default', name] = match;
  return `/entities/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

/** Path of the chart below the plugin's base. @throws InputError for a chart that the entity does not have */
export async function chartPath(
  backend: Backend,
  { entityRef, chart }: ChartChoice,
  context: StepContext,
): Promise<string> {
  const path = entityPath(entityRef);
  const { charts } = await backend.ask<EntityProvenance>(path, context);
  const found = charts.filter(
    one =>
      chart === undefined ||
      chart === '' ||
      one.chartId === chart ||
      one.reference === chart,
  );
  if (found.length === 1) {
    return `${path}/charts/${found[0].chartId}`;
  }
  const there = charts.map(({ reference }) => reference).join(', ') || 'none';
  throw new InputError(
    found.length === 0
      ? `${entityRef} has no chart ${chart ?? ''}; there are: ${there}`
      : `${entityRef} has several charts, so say which: ${there}`,
  );
}
