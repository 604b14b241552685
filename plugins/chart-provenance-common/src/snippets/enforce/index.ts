import type { SnippetGenerator } from '../types';
import { kyvernoClusterPolicy } from './clusterPolicy/kyvernoClusterPolicy';
import { fluxVerify } from './flux/fluxVerify';
import { policyController } from './imagePolicy/policyController';
import { kyverno } from './kyverno/kyverno';

/** Texts that have a cluster refuse what is not signed, in the order in which pages offer them. */
export const enforceGenerators: readonly SnippetGenerator[] = [
  kyverno,
  policyController,
  fluxVerify,
  kyvernoClusterPolicy,
];
