import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionServices } from './ActionServices';
import { registerAboutCharts } from './registerAboutCharts';
import { registerAdopting } from './registerAdopting';

/**
 * Offers what the API tells to whoever speaks through the actions registry: MCP clients, and templates as `chart-provenance:<name>`. All of them
 * only read, with the credentials of whoever asks.
 */
export function registerActions(
  registry: ActionsRegistryService,
  services: ActionServices,
): void {
  registerAboutCharts(registry, services);
  registerAdopting(registry, services);
}
