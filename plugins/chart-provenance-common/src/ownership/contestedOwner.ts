/**
 * Stands where the entity of a consumer would, when several entities say that it is theirs. No entity is called that: a reference has a colon.
 * It never leaves the backend.
 *
 * @public
 */
export const CONTESTED_OWNER = 'contested';
