import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { chartProvenancePermissions } from 'backstage-plugin-chart-provenance-common';
import { chartProvenanceCredentialsExtensionPoint } from 'backstage-plugin-chart-provenance-node';
import { loadConfig } from './config';
import { createIndexing } from './createIndexing';
import { diagnose } from './doctor/diagnose';
import { changedAt } from './doctor/changedAt';
import { createChartJudge } from './indexing';
import {
  CredentialProviders,
  realCredentialDeps,
  RegistryTargets,
} from './registries';
import {
  AuthorizedChartProvenance,
  createRouter,
  DefaultChartProvenance,
  DoctorRunner,
  ed25519KeysOf,
  trustStatusOf,
} from './service';
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
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
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
        });
        const indexing = createIndexing({
          ...deps,
          config,
          judge,
          openTarget: targets.open,
          store,
          verifier,
        });
        deps.lifecycle.addStartupHook(() => indexing.start());
        deps.lifecycle.addShutdownHook(async () => {
          await indexing.stop();
          await targets.close();
        });

        deps.permissionsRegistry.addPermissions(chartProvenancePermissions);
        const service = new AuthorizedChartProvenance({
          inner: new DefaultChartProvenance({
            reads: store,
            queue: {
              async makeDue(chartId) {
                const due = await store.queue.makeDue(chartId);
                indexing.wake();
                return due;
              },
            },
            doctor: new DoctorRunner(() =>
              diagnose({
                config,
                trust,
                problems: [],
                deps: credentialDeps,
                ranIn: 'backend',
                changedAt,
                knownRepositories: host => store.readRepositories(host),
              }),
            ),
            trustStatus: () => trustStatusOf(verifier, new Date()),
            config,
            ed25519Keys: ed25519KeysOf(trust.keys),
          }),
          catalog: deps.catalog,
          permissions: deps.permissions,
        });
        deps.httpRouter.use(
          createRouter({
            service,
            httpAuth: deps.httpAuth,
            auditor: deps.auditor,
          }),
        );
      },
    });
  },
});
