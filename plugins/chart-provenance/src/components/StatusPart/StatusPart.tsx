import { useApi } from '@backstage/core-plugin-api';
import { chartProvenanceApiRef } from '../../api';
import { useDoctor } from '../../hooks/useDoctor';
import { useLoad } from '../../hooks/useLoad';
import { FailureNotice, LinesSkeleton } from '../../states';
import { DoctorPanel } from './DoctorPanel';
import { IndexSummary } from './IndexSummary';
import { RegistryTable } from './RegistryTable';
import { TrustTable } from './TrustTable';

/**
 * The index as its operator sees it: is it fresh, what keeps it from being so, and what the doctor finds.
 *
 * @internal
 */
export const StatusPart = () => {
  const api = useApi(chartProvenanceApiRef);
  const { value, error, loading, reload } = useLoad('status', signal =>
    api.getStatus({ signal }),
  );
  const doctor = useDoctor(value?.doctor ?? null);
  return (
    <main aria-label="Status of the chart index">
      {error && (
        <FailureNotice error={error} subject="status" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Loading the status of the index"
          widths={['45%', '30%', '100%', '100%', '100%']}
          height={28}
        />
      )}
      {value && (
        <>
          <IndexSummary status={value} loading={loading} onReload={reload} />
          <RegistryTable status={value} report={doctor.report} />
          <TrustTable trust={value.trust} />
          <DoctorPanel doctor={doctor} />
        </>
      )}
    </main>
  );
};
