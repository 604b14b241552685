import MuiLink from '@material-ui/core/Link';
import {
  DoctorReport,
  IndexStatus,
} from 'backstage-plugin-chart-provenance-common';
import { RelativeTime } from '../atoms';
import { anchorOf, countsText, summaryOf } from './doctorWords';
import { ResultIcon } from './ResultIcon';
import { usePanelStyles } from '../Panel';

type RegistryStatus = IndexStatus['registries'][number];

const DoctorCell = ({
  host,
  report,
}: {
  host: string;
  report: DoctorReport | null;
}) => {
  const section = report?.sections.find(({ id }) => id === `registry:${host}`);
  if (!section) {
    return <>not tested</>;
  }
  const { counts, worst } = summaryOf(section.checks);
  return (
    <MuiLink href={`#${anchorOf(section.id)}`} color="inherit">
      <ResultIcon result={worst} /> {countsText(counts)}
    </MuiLink>
  );
};

const RegistryRow = ({
  registry,
  report,
}: {
  registry: RegistryStatus;
  report: DoctorReport | null;
}) => {
  const classes = usePanelStyles();
  const { host, charts, failing, backingOffUntil, lastProblem } = registry;
  return (
    <tr>
      <td>{host}</td>
      <td className={classes.number}>{charts}</td>
      <td className={classes.number}>
        {failing > 0 ? (
          <>
            <ResultIcon result={failing === charts ? 'failed' : 'warning'} />{' '}
            {failing} of {charts}
          </>
        ) : (
          'none'
        )}
      </td>
      <td>
        {backingOffUntil ? (
          <>
            next try <RelativeTime at={backingOffUntil} />
          </>
        ) : (
          'no'
        )}
      </td>
      <td className={classes.text}>
        {lastProblem ? <bdi>{lastProblem}</bdi> : '–'}
      </td>
      <td>
        <DoctorCell host={host} report={report} />
      </td>
    </tr>
  );
};

/**
 * The registries that charts are on, as the index sees them.
 *
 * @internal
 */
export const RegistryTable = ({
  status,
  report,
}: {
  status: IndexStatus;
  report: DoctorReport | null;
}) => {
  const classes = usePanelStyles();
  return (
    <section className={classes.panel} aria-labelledby="index-registries">
      <div className={classes.heading}>
        <h2 id="index-registries" className={classes.title}>
          Registries
        </h2>
        {status.registries.length === 0 && (
          <span className={classes.aside}>
            No chart is known on any. Say under chartProvenance.registries what
            may be read, and whose it is.
          </span>
        )}
      </div>
      {status.registries.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Host</th>
              <th scope="col">Charts</th>
              <th scope="col">Failing</th>
              <th scope="col">Left alone</th>
              <th scope="col">Last problem</th>
              <th scope="col">Doctor</th>
            </tr>
          </thead>
          <tbody>
            {status.registries.map(registry => (
              <RegistryRow
                key={registry.host}
                registry={registry}
                report={report}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
