import { makeStyles } from '@material-ui/core';
import { ConsumerRow, Finding } from 'backstage-plugin-chart-provenance-common';
import { RuleLink } from '../RuleLink';
import { DrawerPart } from '../VersionDrawer/DrawerPart';
import { FixLink } from './FixLink';

const SEVERITY_WORD: Record<Finding['severity'], string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Good to know',
};

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  ways: {
    display: 'flex',
    gap: theme.spacing(2),
    fontSize: '0.8125rem',
  },
  item: { marginBottom: theme.spacing(1), overflowWrap: 'anywhere' },
}));

/**
 * What is not as it should be, each with what to do.
 *
 * @internal
 */
export const FindingList = ({
  row,
  chartId,
}: {
  row: Pick<
    ConsumerRow,
    'id' | 'form' | 'findings' | 'runs' | 'pin' | 'bestPin'
  >;
  chartId: string;
}) => {
  const { findings, runs, pin, bestPin } = row;
  const judged = runs?.verdict && runs.verdict.status !== 'verified';
  const classes = useStyles();
  return (
    <DrawerPart title="Findings">
      {findings.length === 0 &&
        (judged ? 'None besides the verdict on what runs.' : 'None.')}
      {findings.length === 0 && (judged || pin !== bestPin) && (
        <div className={classes.ways}>
          <FixLink row={row} chartId={chartId} words="Show what to change" />
        </div>
      )}
      <ul className={classes.list}>
        {findings.map(({ rule, severity, message, fix }, index) => (
          <li key={`${rule} ${index}`} className={classes.item}>
            <strong>{SEVERITY_WORD[severity] ?? severity}:</strong>{' '}
            <bdi>{message}</bdi>
            <div>
              <strong>What to do:</strong> <bdi>{fix}</bdi>
            </div>
            <div className={classes.ways}>
              <FixLink row={row} chartId={chartId} />
              <RuleLink rule={rule} />
            </div>
          </li>
        ))}
      </ul>
    </DrawerPart>
  );
};
