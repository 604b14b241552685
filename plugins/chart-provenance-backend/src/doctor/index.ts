/**
 * Tests every configured registry, legacy repository and piece of trust material, and says what is missing and who grants it.
 *
 * @packageDocumentation
 */
export { DoctorUsageError } from './DoctorUsageError';
export { runDoctor } from './runDoctor';
export type { RunDoctorOptions } from './runDoctor';
