import { imageQueryParameters, versionParameters } from './parameters';
import { answer, refusals } from './responses';

const VERSION =
  '/entities/{kind}/{namespace}/{name}/charts/{chartId}/versions/{digest}' as const;

/** The images that charts deploy. */
export const imagePaths = {
  [`${VERSION}/images`]: {
    get: {
      operationId: 'getImages',
      summary: 'The images a version deploys: pinned? signed under the policy?',
      parameters: versionParameters,
      responses: { '200': answer('The images', 'ChartImages'), ...refusals },
    },
  },
  '/images': {
    get: {
      operationId: 'findImageUses',
      summary: 'The versions that name an image, and who runs them',
      parameters: imageQueryParameters,
      responses: { '200': answer('The uses', 'ImageUses'), ...refusals },
    },
  },
};
