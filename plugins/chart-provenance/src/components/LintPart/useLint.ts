import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import { LintReport } from 'backstage-plugin-chart-provenance-common';
import { useCallback, useEffect, useState } from 'react';
import { chartProvenanceApiRef } from '../../api';
import { byteLength, MAX_BYTES } from './limits';

const SETTLE_MS = 400;

/**
 * What the checker says to a text.
 *
 * @internal
 */
export interface Lint {
  /** Of the text that is in the editor, or of one before it: see `current`. */
  report?: LintReport;
  /** The report is that of the text in the editor: only then do its positions fit. */
  current: boolean;
  error?: ErrorLike;
  tooLarge: boolean;
  retry(): void;
}

interface Outcome {
  of: string;
  report?: LintReport;
  error?: ErrorLike;
}

/**
 * Has the text checked when the typing pauses. What was asked before is given up; nothing is asked for an empty text, or one that is too large.
 *
 * @internal
 */
export function useLint(text: string, filename: string): Lint {
  const api = useApi(chartProvenanceApiRef);
  const [outcome, setOutcome] = useState<Outcome>();
  const [attempt, setAttempt] = useState(0);
  const blank = text.trim() === '';
  const tooLarge = byteLength(text) > MAX_BYTES;
  const key = JSON.stringify([text, filename]);

  useEffect(() => {
    if (blank || tooLarge) {
      return undefined;
    }
    const controller = new AbortController();
    const settle = (next: Omit<Outcome, 'of'>) => {
      if (!controller.signal.aborted) {
        setOutcome({ of: key, ...next });
      }
    };
    const timer = setTimeout(
      () =>
        api
          .lint(
            { text, ...(filename && { filename }) },
            { signal: controller.signal },
          )
          .then(report => settle({ report }))
          .catch((error: unknown) => settle({ error: toError(error) })),
      SETTLE_MS,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, text, filename, key, blank, tooLarge, attempt]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  const shown = blank || tooLarge ? undefined : outcome;
  return {
    report: shown?.report,
    current: shown?.of === key,
    error: shown?.error,
    tooLarge,
    retry,
  };
}
