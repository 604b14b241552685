import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { chartProvenancePermissions } from 'backstage-plugin-chart-provenance-common';
import {
  chartProvenanceConsumersExtensionPoint,
  chartProvenanceCredentialsExtensionPoint,
} from 'backstage-plugin-chart-provenance-node';
import { registerActions } from './actions';
import { announceDistrust } from './announceDistrust';
import { loadConfig } from './config';
import { ConsumerSourceProviders } from './consumers';
import { createConsumerSources } from './createConsumerSources';
import { createIndexing } from './createIndexing';
import { diagnose } from './doctor/diagnose';
import { changedAt } from './doctor/changedAt';
import {
  CredentialProviders,
  realCredentialDeps,
  RegistryTargets,
} from './registries';
import { createServices } from './createServices';
import { openIndex } from './openIndex';
import { publicUrls } from './publicUrls';
import { MigrationReader, PhaseKeeper } from './migration';
import { createChecker, createRouter } from './service';
import { assertVerifierVersion } from './verification';

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
        actionsRegistry: actionsRegistryServiceRef,
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
        const credentialDeps = realCredentialDeps({
          providers: providers.byType,
          rootConfig: deps.rootConfig,
          logger: deps.logger,
        });
        const targets = new RegistryTargets({
          registries: config.registries,
          deps: credentialDeps,
        });
        const index = await openIndex({ ...deps, config, trust });
        const { store, trustKeeper, verifier } = index;
        const reader = new MigrationReader({
          ...store,
          migration: store.migration,
          checklist: config.checklist.items,
          now: () => new Date(),
        });
        const checker = createChecker();
        const indexing = createIndexing({
          ...deps,
          ...index,
          config,
          trust,
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
        });
        deps.lifecycle.addStartupHook(async () => {
          // First, and whatever becomes of the announcement: until charts are judged anew no entry of the list takes hold.
          await indexing.start();
          await announceDistrust({
            distrust: config.trust.distrust,
            store: store.distrust,
            auditor: deps.auditor,
          });
        });
        deps.lifecycle.addShutdownHook(async () => {
          await indexing.stop();
          await verifier.close();
          await targets.close();
          await checker.close();
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
              inForce: {
                materials: verifier.materials,
                refreshes: trustKeeper.states(new Date()),
              },
              knownRepositories: host => store.readRepositories(host),
            }),
          verifier,
          judge: index.judge,
          checker,
          images: index.images,
          openTarget: targets.open,
          refreshStates: now => trustKeeper.states(now),
          keys: trust.keys,
          trustInForce: () => ({ ...trust, roots: trustKeeper.rootInputs() }),
          urls: await publicUrls(deps),
        });
        registerActions(deps.actionsRegistry, {
          ...services,
          auditor: deps.auditor,
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
