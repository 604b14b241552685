import type { ChartImage } from '../../../api/imageTypes';
import type { TrustPolicy } from '../../../policy/types';
import type { SnippetInput } from '../../types';

/** Images that one policy is about. */
export interface ImagesOfPolicy {
  policy: TrustPolicy;
  images: ChartImage[];
}

/** The images of which somebody said who may sign them, and the others. */
export function imagesByPolicy({
  images,
  policies,
  imagePolicies = [],
}: Pick<SnippetInput, 'images' | 'policies' | 'imagePolicies'>): {
  covered: ImagesOfPolicy[];
  uncovered: ChartImage[];
} {
  const known = new Map(
    [...imagePolicies, ...policies].map(one => [one.name, one]),
  );
  const covered = new Map<TrustPolicy, ChartImage[]>();
  const uncovered: ChartImage[] = [];
  for (const image of images) {
    const policy = image.policy === null ? undefined : known.get(image.policy);
    if (policy) {
      covered.set(policy, [...(covered.get(policy) ?? []), image]);
    } else {
      uncovered.push(image);
    }
  }
  return {
    covered: [...covered].map(([policy, of]) => ({ policy, images: of })),
    uncovered,
  };
}
