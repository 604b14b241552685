import {
  ConsumerList,
  ConsumesList,
  EntityOverview,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';

/** Answers who uses a chart, and which charts an entity uses. */
export interface ConsumerService {
  consumers(
    locator: ChartLocator,
    options: CallerOptions,
  ): Promise<ConsumerList>;
  consumes(entityRef: string, options: CallerOptions): Promise<ConsumesList>;
  /** What the overview card says of the entity's charts besides their versions. */
  overview(entityRef: string, options: CallerOptions): Promise<EntityOverview>;
}
