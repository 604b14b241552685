import {
  DoctorReport,
  TrustStatus,
} from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig, LoadedTrust } from '../config';
import { CredentialDeps } from '../registries';
import { TrustMaterialSet } from '../verification';

/** What the doctor looks at, and with what. */
export interface DiagnoseOptions {
  config: ChartProvenanceConfig;
  trust: LoadedTrust;
  /** What is in force where roots are refreshed, and how fresh they are by id. Absent in a terminal: there it is what was loaded. */
  inForce?: {
    materials: TrustMaterialSet;
    refreshes: ReadonlyMap<string, TrustStatus['refresh']>;
  };
  /** What is wrong with the configuration; `config` is what is left of it. */
  problems: readonly string[];
  deps: CredentialDeps;
  ranIn: DoctorReport['ranIn'];
  /** Repositories of a registry that were read before; one that a rule names outright is tried before them. */
  knownRepositories?: (host: string) => Promise<readonly string[]>;
  /** When a file was changed last. */
  changedAt: (path: string) => Promise<Date | undefined>;
  /** Only this registry, and what it has in it; everything else is left alone. */
  only?: { host?: string; repository?: string };
  signal?: AbortSignal;
}
