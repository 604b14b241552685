import type { YamlValue } from '../yaml';

/** A resource that tells whether a policy does what it says. */
export interface Sample {
  /** Parts of the policies that judge it, e.g. `flux`. */
  part: string;
  kind: string;
  name: string;
  /** What it shows, in a comment: words of ours. */
  shows: string;
  passes: boolean;
  object: YamlValue;
}

export const SAMPLE_NAMESPACE = 'shop';

/** A digest that no artifact has. */
export const SAMPLE_DIGEST = `sha256:${'1f'.repeat(32)}`;

/** Some other chart on some other registry, which no policy is about. */
export const OTHER_URL = 'oci://registry.example/tools/other';
