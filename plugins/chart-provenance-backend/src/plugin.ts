import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { chartProvenancePermissions } from 'backstage-plugin-chart-provenance-common';
import {
  chartProvenanceConsumersExtensionPoint,
  chartProvenanceCredentialsExtensionPoint,
} from 'backstage-plugin-chart-provenance-node';
import { loadConfig } from './config';
import { ConsumerSourceProviders } from './consumers';
import { createConsumerSources } from './createConsumerSources';
import { createIndexing } from './createIndexing';
import { diagnose } from './doctor/diagnose';
import { changedAt } from './doctor/changedAt';
import { createChartJudge } from './indexing';
import {
  CredentialProviders,
  realCredentialDeps,
  RegistryTargets,
} from './registries';
import { createServices } from './createServices';
import { MigrationReader, PhaseKeeper } from './migration';
import { createRouter } from './service';
import { DatabaseChartStore } from './store';
import {
  assertVerifierVersion,
  createVerifier,
  TrustMaterialSet,
} from './verification';

/**
 * The backend plugin `chart-provenance`.
 *
 * @public
 */
export const chartProvenancePlugin = createBackendPlugin({
  pluginId: 'chart-provenance',
  register(env) {
    const providers = new CredentialProviders();
    env.registerExtensionPoint(
      chartProvenanceCredentialsExtensionPoint,
      providers,
    );
    const consumerSources = new ConsumerSourceProviders();
    env.registerExtensionPoint(
      chartProvenanceConsumersExtensionPoint,
      consumerSources,
    );
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        assertVerifierVersion();
        const { config, trust } = await loadConfig(deps.rootConfig, {
          credentialTypes: [...providers.byType.keys()],
        });
        const verifier = createVerifier(TrustMaterialSet.from(trust));
        const credentialDeps = realCredentialDeps({
          providers: providers.byType,
          rootConfig: deps.rootConfig,
          logger: deps.logger,
        });
        const targets = new RegistryTargets({
          registries: config.registries,
          deps: credentialDeps,
        });
        const judge = createChartJudge({
          policies: config.policies,
          distrust: config.trust.distrust,
          materialHash: verifier.materials.hash,
          verifierVersion: verifier.version,
          now: () => new Date(),
        });
        const store = await DatabaseChartStore.create({
          database: deps.database,
          policies: config.policies,
          judgedWith: judge.inputsHash,
          publicRoots: config.trust.roots
            .filter(({ source }) => source.type === 'publicGood')
            .map(({ id }) => id),
          environments: config.consumers.environments.map(({ name }) => name),
          consumerIntervalMs: config.consumers.intervalMs,
          indexingIntervalMs: config.indexing.intervalMs,
        });
        const reader = new MigrationReader({
          ...store,
          migration: store.migration,
          checklist: config.checklist.items,
          now: () => new Date(),
        });
        const indexing = createIndexing({
          ...deps,
          config,
          judge,
          targets,
          deps: credentialDeps,
          consumerSources: createConsumerSources({
            ...deps,
            config: config.consumers,
            added: consumerSources.all,
          }),
          phases: new PhaseKeeper({
            charts: () => store.claimedCharts(),
            reader,
            migration: store.migration,
            logger: deps.logger,
          }),
          store,
          verifier,
        });
        deps.lifecycle.addStartupHook(() => indexing.start());
        deps.lifecycle.addShutdownHook(async () => {
          await indexing.stop();
          await targets.close();
        });

        deps.permissionsRegistry.addPermissions(chartProvenancePermissions);
        const services = createServices({
          ...deps,
          config,
          store,
          reader,
          wake: () => indexing.wake(),
          examine: () =>
            diagnose({
              config,
              trust,
              problems: [],
              deps: credentialDeps,
              ranIn: 'backend',
              changedAt,
              knownRepositories: host => store.readRepositories(host),
            }),
          verifier,
          keys: trust.keys,
        });
        deps.httpRouter.use(
          createRouter({
            ...services,
            httpAuth: deps.httpAuth,
            auditor: deps.auditor,
          }),
        );
      },
    });
  },
});
