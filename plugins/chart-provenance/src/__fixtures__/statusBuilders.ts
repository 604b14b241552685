import {
  DoctorCheck,
  DoctorReport,
  DoctorSection,
  IndexStatus,
} from 'backstage-plugin-chart-provenance-common';
import { minutesAgo } from './builders';

/** A check that came out well. */
export function doctorCheck(fields: Partial<DoctorCheck> = {}): DoctorCheck {
  return {
    id: 'connection',
    what: 'Connection',
    result: 'ok',
    sentence: 'ghcr.io is reached, TLS is in order.',
    next: null,
    who: null,
    notes: [],
    ...fields,
  };
}

/** A registry whose credential is refused. */
export const refusedRegistry: DoctorSection = {
  id: 'registry:ghcr.io',
  kind: 'registry',
  title: 'ghcr.io',
  product: 'GitHub Container Registry',
  checks: [
    doctorCheck(),
    doctorCheck({
      id: 'credentials',
      what: 'Credentials',
      result: 'failed',
      sentence: 'The token is refused by the token service (HTTP 403).',
      next: 'It takes read:packages, from an administrator of the organisation.',
      who: 'registry-owner',
      notes: ['auth.type integration fits.'],
    }),
    ...['manifest', 'referrers'].map(id =>
      doctorCheck({
        id,
        what: id,
        result: 'unknown',
        sentence: 'Not tried: its tags cannot be listed.',
      }),
    ),
  ],
  notes: ['Tags cannot be made immutable.'],
};

/** A registry of which everything is fine. */
export const soundRegistry: DoctorSection = {
  id: 'registry:quay.io',
  kind: 'registry',
  title: 'quay.io',
  product: 'Quay',
  checks: [doctorCheck({ sentence: 'quay.io is reached, TLS is in order.' })],
  notes: [],
};

/** What the doctor found: one registry refuses, one is well. */
export function doctorReport(
  sections: DoctorSection[] = [refusedRegistry, soundRegistry],
): DoctorReport {
  const counts = { ok: 0, warning: 0, failed: 0, unknown: 0 };
  for (const { result } of sections.flatMap(({ checks }) => checks)) {
    counts[result] += 1;
  }
  return {
    startedAt: minutesAgo(2),
    finishedAt: minutesAgo(2),
    ranIn: 'backend',
    counts,
    sections,
  };
}

/** An index that is well; the doctor has not run. */
export function indexStatus(fields: Partial<IndexStatus> = {}): IndexStatus {
  return {
    charts: { total: 41, firstIndexing: 0, failed: 0, partial: 0, unowned: 0 },
    queue: { due: 0, leased: 1, oldestDueAt: null },
    catalog: { lastDiscoveryAt: minutesAgo(1), problem: null },
    registries: [
      {
        host: 'ghcr.io',
        charts: 40,
        failing: 0,
        backingOffUntil: null,
        lastProblem: null,
      },
    ],
    trust: [
      {
        id: 'public',
        kind: 'root',
        ok: true,
        detail: 'The public instance.',
        refresh: {
          lastSuccessAt: minutesAgo(120),
          signedSince: minutesAgo(3 * 24 * 60),
          staleAt: minutesAgo(-27 * 24 * 60),
          stale: false,
          nextTryAt: minutesAgo(-22 * 60),
          problem: null,
        },
      },
    ],
    verifierVersion: 'test',
    doctor: null,
    ...fields,
  };
}
