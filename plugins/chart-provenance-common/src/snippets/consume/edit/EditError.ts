/** A consumer's manifest is left as it is. `message` continues “It is not changed here: ”. */
export class EditError extends Error {
  override readonly name = 'EditError';
}
