import { useApi } from '@backstage/core-plugin-api';
import { DistrustReport } from 'backstage-plugin-chart-provenance-common';
import { chartProvenanceApiRef } from '../../api';
import { countWords } from '../../format/countWords';
import { useLoad } from '../../hooks/useLoad';
import { FailureNotice, LinesSkeleton, Notice } from '../../states';
import { usePanelStyles } from '../Panel';
import { DistrustEntryPanel } from './DistrustEntryPanel';
import { NothingDistrusted } from './NothingDistrusted';
import { reachWords } from './reachWords';

const Report = ({ report }: { report: DistrustReport }) => {
  const classes = usePanelStyles();
  const { entries, pending } = report;
  return (
    <>
      {pending > 0 && (
        <Notice
          severity="warning"
          title={`${countWords(pending, 'chart')} not judged by this list yet`}
          next="Wait a moment and read again: the fleet is judged anew from what is stored, without a request to any registry."
        >
          What stands on an entry may be more than is told here.
        </Notice>
      )}
      {entries.length === 0 ? (
        <NothingDistrusted />
      ) : (
        <p className={classes.small}>{reachWords(entries)}</p>
      )}
      {entries.map(entry => (
        <DistrustEntryPanel key={entry.id} entry={entry} />
      ))}
    </>
  );
};

/**
 * What the operator distrusts, which versions and consumers stand on it, and what became of them.
 *
 * @internal
 */
export const DistrustPart = () => {
  const api = useApi(chartProvenanceApiRef);
  const classes = usePanelStyles();
  const { value, error, reload } = useLoad('distrust', signal =>
    api.getDistrust({ signal }),
  );
  return (
    <main aria-labelledby="distrusted">
      <div className={classes.heading}>
        <h2 id="distrusted" className={classes.title}>
          Distrust
        </h2>
      </div>
      {error && (
        <FailureNotice error={error} subject="distrust" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Loading what is distrusted"
          widths={['45%', '60%', '100%', '100%']}
        />
      )}
      {value && <Report report={value} />}
    </main>
  );
};
