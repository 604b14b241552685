/** The walk has given up on the registry; why is among its problems already. */
export class WalkStopped extends Error {
  override readonly name = 'WalkStopped';
}
