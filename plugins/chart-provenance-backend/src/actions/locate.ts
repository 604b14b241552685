import { InputError } from '@backstage/errors';
import {
  CallerOptions,
  ChartLocator,
  ChartProvenanceService,
} from '../service';
import { parseEntityRef } from '../service/request/parseEntityRef';

/** Which chart, as an action is told. */
export interface ChartInput {
  entityRef: string;
  /** `oci://…` or the id; may be missing where there is one. */
  chart?: string;
}

/** `component:default/payments` as the API has it. @throws InputError */
export function entityRefOf(written: string): string {
  const match = /^([^:/]+):(?:([^/]+)\/)?([^/]+)$/.exec(written);
  if (!match) {
    throw new InputError(
      'entityRef must be written like component:default/payments',
    );
  }
  const [, kind, namespace = 'default', name] = match;
  return parseEntityRef({ kind, namespace, name });
}

/** The chart that is meant. @throws InputError naming the charts there are, NotFoundError, NotAllowedError */
export async function locate(
  service: Pick<ChartProvenanceService, 'entity'>,
  { entityRef, chart }: ChartInput,
  caller: CallerOptions,
): Promise<ChartLocator> {
  const ref = entityRefOf(entityRef);
  const { charts } = await service.entity(ref, caller);
  const found = charts.filter(
    one =>
      chart === undefined || one.chartId === chart || one.reference === chart,
  );
  if (found.length !== 1) {
    const there = charts.map(({ reference }) => reference).join(', ') || 'none';
    throw new InputError(
      found.length === 0
        ? `This entity has no such chart; there are: ${there}`
        : `This entity has several charts, so say which: ${there}`,
    );
  }
  return { entityRef: ref, chartId: found[0].chartId };
}
