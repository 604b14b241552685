/**
 * The doctor was asked for something that the configuration does not have.
 *
 * @public
 */
export class DoctorUsageError extends Error {
  override readonly name = 'DoctorUsageError';
}
