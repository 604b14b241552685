import type {
  CheckGroup,
  MigrationPhase,
  ParityState,
  Responsible,
} from '../../api/migrationTypes';

/** Titles of the groups, in their order. */
export const GROUPS: Record<CheckGroup, string> = {
  publish: 'Publish',
  sign: 'Sign',
  consume: 'Consume',
  protect: 'Protect',
  retire: 'Retire',
};

export const PHASE: Record<MigrationPhase, string> = {
  noLegacy: 'No legacy repository',
  notStarted: 'Not started',
  dualPublishing: 'Dual publishing',
  cutOver: 'Cut over',
  deprecationWindow: 'Deprecation window',
  retired: 'Retired',
};

export const RESPONSIBLE: Record<Responsible, string> = {
  owner: 'owner',
  platform: 'platform team',
  consumer: 'consumers',
};

export const PARITY: Record<ParityState, string> = {
  same: 'same',
  differs: '✖ differs',
  onlyLegacy: 'legacy only',
  onlyOci: 'registry only',
  unverifiable: '? cannot be compared',
};
