import { Button } from '@material-ui/core';
import { DoctorReport } from 'backstage-plugin-chart-provenance-common';
import { DoctorState } from '../../hooks/useDoctor';
import { FailureNotice } from '../../states';
import { RelativeTime } from '../atoms';
import { countsText, worstFirst } from './doctorWords';
import { SectionDetails } from './SectionDetails';
import { usePanelStyles } from '../Panel';

const Outcome = ({
  report,
  running,
}: {
  report: DoctorReport | null;
  running: boolean;
}) => {
  if (running) {
    return <>testing… up to half a minute for what does not answer</>;
  }
  if (!report) {
    return <>not run since the backend started</>;
  }
  return (
    <>
      {countsText(report.counts)}, <RelativeTime at={report.finishedAt} /> from
      the backend
    </>
  );
};

/**
 * Runs the doctor and shows what it found, what needs somebody opened.
 *
 * @internal
 */
export const DoctorPanel = ({ doctor }: { doctor: DoctorState }) => {
  const classes = usePanelStyles();
  const { report, running, error, run } = doctor;
  return (
    <section className={classes.panel} aria-labelledby="index-doctor">
      <div className={classes.heading}>
        <h2 id="index-doctor" className={classes.title}>
          Doctor
        </h2>
        <Button
          size="small"
          variant="outlined"
          onClick={run}
          disabled={running}
        >
          {report ? 'Run again' : 'Run the doctor'}
        </Button>
        <span className={classes.aside} role="status">
          <Outcome report={report} running={running} />
        </span>
      </div>
      {error && <FailureNotice error={error} subject="doctor" onRetry={run} />}
      {!report && !error && (
        <p className={classes.aside}>
          It tests every configured registry, legacy repository, root and key
          from where the backend runs, and says what is missing and who grants
          it. A registry is asked about eight things. In a terminal,{' '}
          <code>npx chart-provenance-cli doctor</code> does the same without a
          backend.
        </p>
      )}
      {worstFirst(report?.sections ?? []).map(section => (
        <SectionDetails
          key={`${section.id} ${report?.finishedAt}`}
          section={section}
        />
      ))}
    </section>
  );
};
