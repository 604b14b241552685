import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@material-ui/core';
import { GateLogQuery } from 'backstage-plugin-chart-provenance-common';
import { chartProvenanceApiRef } from '../../api';
import { useAction } from '../../hooks/useAction';
import { FailureNotice } from '../../states';
import { saveBlob } from '../atoms/saveBlob';

const FORMATS = [
  ['csv', 'CSV'],
  ['jsonl', 'JSON lines'],
] as const;

/**
 * Saves all decisions that the filters leave, not only those that are on the page.
 *
 * @internal
 */
export const ExportButtons = ({ query }: { query: GateLogQuery }) => {
  const api = useApi(chartProvenanceApiRef);
  const { busy, error, run } = useAction(async (format: 'csv' | 'jsonl') =>
    saveBlob(
      await api.exportGateLog(format, query),
      `gate-decisions.${format}`,
    ),
  );
  return (
    <>
      {FORMATS.map(([format, title]) => (
        <Button
          key={format}
          size="small"
          disabled={busy}
          onClick={() => run(format)}
        >
          Save as {title}
        </Button>
      ))}
      {error && <FailureNotice error={error} subject="gateExport" />}
    </>
  );
};
