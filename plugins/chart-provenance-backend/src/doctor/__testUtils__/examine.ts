import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  DoctorResult,
  DoctorSection,
} from 'backstage-plugin-chart-provenance-common';
import {
  createEgressTransport,
  EgressOptions,
  EgressTransport,
} from 'chart-provenance-oras';
import { inspectConfig } from '../../config';
import { CredentialDeps, realCredentialDeps } from '../../registries';
import { diagnose } from '../diagnose';
import { DiagnoseOptions } from '../types';

/** No test waits as long as a person would; nothing goes through a proxy. */
export const quickEgress = (options: EgressOptions): EgressTransport =>
  createEgressTransport({
    ...options,
    proxy: 'none',
    timeouts: { connectMs: 2_000, headersMs: 500, bodyMs: 500, totalMs: 3_000 },
  });

/** Runs the whole doctor on `chartProvenance` as an operator writes it. */
export async function examine(
  chartProvenance: JsonObject,
  options: Partial<Omit<DiagnoseOptions, 'deps'>> & {
    deps?: Partial<CredentialDeps>;
    credentialTypes?: string[];
  } = {},
) {
  const { deps, credentialTypes, ...rest } = options;
  const rootConfig = new ConfigReader({ chartProvenance });
  const report = await diagnose({
    ...(await inspectConfig(rootConfig, {
      credentialTypes,
      production: false,
    })),
    deps: {
      ...realCredentialDeps({ providers: new Map(), rootConfig }),
      openEgress: quickEgress,
      env: {},
      ...deps,
    },
    ranIn: 'terminal',
    changedAt: async () => new Date('2026-11-01T00:00:00Z'),
    ...rest,
  });
  return report;
}

/** The results of a section by the ids of its checks. */
export function resultsOf(
  section: DoctorSection | undefined,
): Record<string, DoctorResult> {
  return Object.fromEntries(
    (section?.checks ?? []).map(({ id, result }) => [id, result]),
  );
}

/** All that one check says, in one line: sentence, next step, who, notes. */
export function saidBy(section: DoctorSection | undefined, id: string): string {
  const check = section?.checks.find(one => one.id === id);
  return check
    ? [check.sentence, check.next, check.who, ...check.notes].join(' | ')
    : `no check ${id}`;
}
