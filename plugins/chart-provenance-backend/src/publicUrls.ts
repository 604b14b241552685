import {
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';

/**
 * Where people find the app, and pipelines this API: in what is generated, and in what the gate answers. Without slashes at their ends.
 */
export async function publicUrls({
  rootConfig,
  discovery,
}: {
  rootConfig: RootConfigService;
  discovery: DiscoveryService;
}): Promise<{ app: string; api: string }> {
  const api = await discovery.getExternalBaseUrl('chart-provenance');
  const app =
    rootConfig.getOptionalString('app.baseUrl') ?? new URL(api).origin;
  return { app: app.replace(/\/+$/, ''), api: api.replace(/\/+$/, '') };
}
