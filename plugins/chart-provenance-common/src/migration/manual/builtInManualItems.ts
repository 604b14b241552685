import type { ManualItemSpec } from '../types';

/**
 * What only people can say, and what matters for every migration to a registry. `checklist.items` adds to them.
 *
 * @public
 */
export const BUILT_IN_MANUAL_ITEMS: readonly ManualItemSpec[] = [
  {
    id: 'tags-immutable',
    group: 'protect',
    claim: 'The registry refuses to overwrite the tag of a version.',
    why: 'A tag that cannot move is what makes a version a promise.',
    responsible: 'platform',
    scope: 'registry',
    contradictedBy: 'no-moved-tags',
  },
  {
    id: 'retention-keeps-signatures',
    group: 'protect',
    claim:
      'Clean-up rules of the registry keep signatures, attestations and SBOMs as long as their chart.',
    why: 'Many count them as untagged images of their own, and delete them.',
    responsible: 'platform',
    scope: 'registry',
    contradictedBy: null,
  },
  {
    id: 'pull-credentials',
    group: 'consume',
    claim: 'Whoever deploys has credentials to pull from the registry.',
    why: 'A legacy repository is often open to all; a registry seldom is.',
    responsible: 'platform',
    scope: 'registry',
    contradictedBy: null,
  },
  {
    id: 'consumers-told',
    group: 'retire',
    claim:
      'Consumers were told where the chart is from now on, and until when the old place stays.',
    why: 'Those that nobody can discover hear of it in no other way.',
    responsible: 'owner',
    scope: 'chart',
    contradictedBy: null,
  },
];
