import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createGateAction } from './actions/createGateAction';
import { createGenerateAction } from './actions/createGenerateAction';
import { createLintAction } from './actions/createLintAction';
import { createWaitForVerdictAction } from './actions/createWaitForVerdictAction';
import { Backend } from './backend/Backend';

/**
 * Adds the actions `chart-provenance:generate`, `:lint`, `:wait-for-verdict` and `:gate` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleChartProvenance = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'chart-provenance',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, ...deps }) {
        const backend = new Backend(deps);
        actions.addActions(
          createGenerateAction(backend),
          createLintAction(backend),
          createWaitForVerdictAction(backend),
          createGateAction(backend),
        );
      },
    });
  },
});
