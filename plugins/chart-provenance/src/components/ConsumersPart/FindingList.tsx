import { makeStyles } from '@material-ui/core';
import { ConsumerRow, Finding } from 'backstage-plugin-chart-provenance-common';
import { DrawerPart } from '../VersionDrawer/DrawerPart';

const SEVERITY_WORD: Record<Finding['severity'], string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Good to know',
};

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  item: { marginBottom: theme.spacing(1), overflowWrap: 'anywhere' },
}));

/**
 * What is not as it should be, each with what to do.
 *
 * @internal
 */
export const FindingList = ({
  row,
}: {
  row: Pick<ConsumerRow, 'findings' | 'runs'>;
}) => {
  const { findings, runs } = row;
  const judged = runs?.verdict && runs.verdict.status !== 'verified';
  const classes = useStyles();
  return (
    <DrawerPart title="Findings">
      {findings.length === 0 &&
        (judged ? 'None besides the verdict on what runs.' : 'None.')}
      <ul className={classes.list}>
        {findings.map(({ rule, severity, message, fix }, index) => (
          <li key={`${rule} ${index}`} className={classes.item}>
            <strong>{SEVERITY_WORD[severity] ?? severity}:</strong>{' '}
            <bdi>{message}</bdi>
            <div>
              <strong>What to do:</strong> <bdi>{fix}</bdi>
            </div>
          </li>
        ))}
      </ul>
    </DrawerPart>
  );
};
