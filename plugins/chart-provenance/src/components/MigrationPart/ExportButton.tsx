import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@material-ui/core';
import { ChartKey, chartProvenanceApiRef } from '../../api';
import { useAction } from '../../hooks/useAction';
import { FailureNotice } from '../../states';
import { saveBlob } from '../atoms/saveBlob';

/**
 * Saves the migration as a Markdown document.
 *
 * @internal
 */
export const ExportButton = ({
  chart,
  name,
}: {
  chart: ChartKey;
  /** Name of the chart, for the file. */
  name: string;
}) => {
  const api = useApi(chartProvenanceApiRef);
  const { busy, error, run } = useAction(async () => {
    const markdown = await api.getMigrationMarkdown(chart);
    saveBlob(
      new Blob([markdown]),
      `${name.replace(/[^\w.-]/g, '-')}-migration.md`,
    );
  });
  return (
    <>
      <Button size="small" disabled={busy} onClick={run}>
        Export as Markdown
      </Button>
      {error && <FailureNotice error={error} subject="export" onRetry={run} />}
    </>
  );
};
