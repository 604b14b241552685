import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import { Button } from '@material-ui/core';
import { useState } from 'react';
import { ChartKey, chartProvenanceApiRef } from '../../api';
import { FailureNotice } from '../../states';
import { saveBlob } from '../atoms/saveBlob';

/**
 * Saves the raw bytes of a piece of evidence. They are a stranger's: they go to a file and are never shown.
 *
 * @internal
 */
export const DownloadButton = ({
  chart,
  digest,
  evidence,
}: {
  chart: ChartKey;
  digest: string;
  evidence: string;
}) => {
  const api = useApi(chartProvenanceApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorLike>();
  const download = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const blob = await api.downloadEvidence(chart, digest, evidence);
      saveBlob(blob, `evidence-${evidence.replace(/[^\w-]/g, '-')}.bin`);
    } catch (cause) {
      setError(toError(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="small" onClick={download} disabled={busy}>
        Download raw
      </Button>
      {error && (
        <FailureNotice error={error} subject="evidence" onRetry={download} />
      )}
    </>
  );
};
