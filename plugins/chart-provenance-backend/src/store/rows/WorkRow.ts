import { WorkKind } from '../types';

/** Table `work_queue`. */
export interface WorkRow {
  key: string;
  kind: WorkKind;
  host: string;
  due_at: string;
  leased_until: string | null;
  lease_token: string | null;
  rerun: boolean | number;
  attempts: number;
  failing_since: string | null;
  last_problem: string | null;
}

/** Table `registry_hosts`. */
export interface RegistryHostRow {
  host: string;
  failures: number;
  backing_off_until: string;
  last_problem: string;
}
