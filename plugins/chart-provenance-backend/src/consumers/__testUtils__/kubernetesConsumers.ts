import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ReadingBounds } from '../kubernetes/bounds';
import {
  createKubernetesConsumers,
  KubernetesConsumersOptions,
} from '../kubernetes';
import { KubernetesStandIn, STAND_IN_TOKEN } from './kubernetesStandIn';

/** The provider over a stand-in, with the token that it takes. */
export function kubernetesConsumers(
  standIn: Pick<KubernetesStandIn, 'baseUrl'>,
  options: Partial<KubernetesConsumersOptions['config']> & {
    bounds?: Partial<ReadingBounds>;
    token?: string;
  } = {},
) {
  const { bounds, token = STAND_IN_TOKEN, ...config } = options;
  return createKubernetesConsumers({
    discovery: {
      getBaseUrl: async plugin =>
        `${standIn.baseUrl}`.replace(/kubernetes$/, plugin),
    },
    auth: {
      getOwnServiceCredentials: async () => mockCredentials.service(),
      getPluginRequestToken: async ({ targetPluginId }) => ({
        token: targetPluginId === 'kubernetes' ? token : 'for-somebody-else',
      }),
    },
    config: { clusters: 'all', servers: new Map(), ...config },
    logger: mockServices.logger.mock(),
    bounds,
  });
}
