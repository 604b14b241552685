import { DEMO_FINGERPRINTS } from './demoFingerprints';
import { LoadTrustOptions } from './LoadTrustOptions';

/** Adds a problem for trust material of the examples, or marked as for demonstrations, where the backend runs in production. */
export function refuseDemo(
  path: string,
  demo: boolean,
  fingerprints: readonly string[],
  { production, problems }: Pick<LoadTrustOptions, 'production' | 'problems'>,
): void {
  const known = fingerprints.some(one => DEMO_FINGERPRINTS.includes(one));
  if (production && (demo || known)) {
    problems.add(
      path,
      'is for demonstrations only and refused in production; remove it, and use your own',
    );
  }
}
