import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import { DoctorReport } from 'backstage-plugin-chart-provenance-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { chartProvenanceApiRef } from '../api';

/**
 * A run of the doctor, and what the last one found.
 *
 * @internal
 */
export interface DoctorState {
  /** The newest report there is; null before the first. Stays while another is made, and when that fails. */
  report: DoctorReport | null;
  running: boolean;
  error?: ErrorLike;
  run(): void;
}

/**
 * Runs the doctor when asked. `known` is what the backend found before.
 *
 * @internal
 */
export function useDoctor(known: DoctorReport | null): DoctorState {
  const api = useApi(chartProvenanceApiRef);
  const [own, setOwn] = useState<DoctorReport>();
  const [error, setError] = useState<ErrorLike>();
  const [running, setRunning] = useState(false);
  const leaving = useRef<AbortController>();
  useEffect(() => () => leaving.current?.abort(), []);

  const run = useCallback(async () => {
    const controller = new AbortController();
    leaving.current = controller;
    setRunning(true);
    setError(undefined);
    try {
      setOwn(await api.runDoctor({ signal: controller.signal }));
    } catch (problem) {
      if (!controller.signal.aborted) {
        setError(toError(problem));
      }
    } finally {
      setRunning(false);
    }
  }, [api]);

  return { report: newer(own ?? null, known), running, error, run };
}

function newer(
  a: DoctorReport | null,
  b: DoctorReport | null,
): DoctorReport | null {
  if (!a || !b) {
    return a ?? b;
  }
  return a.finishedAt >= b.finishedAt ? a : b;
}
