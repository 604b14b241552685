import { Repositories } from '../repository/Repositories';
import { UploadSessions } from './UploadSessions';

/**
 * What every endpoint works on.
 *
 * @internal
 */
export interface RegistryState {
  readonly repositories: Repositories;
  readonly uploads: UploadSessions;
  readonly readOnly: boolean;
  readonly deriveFallbackTags: boolean;
  readonly acceptMissingBlobs: boolean;
  readonly pageSize: { tags: number; referrers: number };
  /** Can be switched while it runs. */
  referrersApi: boolean;
}
