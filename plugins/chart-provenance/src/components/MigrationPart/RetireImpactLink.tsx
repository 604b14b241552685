import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import { usePageHref } from '../../hooks/usePageHref';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(1, 0), fontSize: '0.875rem' },
}));

/**
 * Leads to what turning the legacy place off would block, where the app shows that page.
 *
 * @internal
 */
export const RetireImpactLink = ({ chartId }: { chartId: string }) => {
  const classes = useStyles();
  const href = usePageHref()('gate', { change: 'retire', target: chartId });
  return href ? (
    <div className={classes.root}>
      <Link to={href}>What would turning the legacy repository off block?</Link>
    </div>
  ) : null;
};
