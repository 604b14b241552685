import {
  InventoryPage,
  MappingAnswer,
  MappingRequest,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions } from './ChartProvenanceService';

/** Filters of the list of charts that nobody owns. */
export interface UnclaimedQuery {
  cursor?: string;
  /** 1 to 200; 50 unless told. */
  limit?: number;
  /** Part of a reference; case does not matter. */
  filter?: string;
}

/** Answers which charts nobody owns, and takes the operator's word on whose they are. */
export interface InventoryService {
  unclaimed(
    query: UnclaimedQuery,
    options: CallerOptions,
  ): Promise<InventoryPage>;
  /** Users only. All or nothing. @throws InputError */
  accept(
    request: MappingRequest,
    options: CallerOptions,
  ): Promise<MappingAnswer>;
}
