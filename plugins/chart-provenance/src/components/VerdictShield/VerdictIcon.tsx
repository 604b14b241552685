import { makeStyles } from '@material-ui/core';
import VerifiedIcon from '@material-ui/icons/VerifiedUser';
import RejectedIcon from '@material-ui/icons/Cancel';
import UnsignedIcon from '@material-ui/icons/RemoveCircleOutline';
import IndeterminateIcon from '@material-ui/icons/HelpOutline';
import { VerdictStatus } from 'backstage-plugin-chart-provenance-common';

const ICONS: Record<VerdictStatus, typeof VerifiedIcon> = {
  verified: VerifiedIcon,
  rejected: RejectedIcon,
  unsigned: UnsignedIcon,
  indeterminate: IndeterminateIcon,
};

const useStyles = makeStyles(theme => ({
  icon: { fontSize: '1.125rem', flexShrink: 0 },
  verified: { color: theme.palette.success.main },
  rejected: { color: theme.palette.error.main },
  unsigned: { color: theme.palette.warning.main },
  indeterminate: { color: theme.palette.text.secondary },
}));

/**
 * The shield's picture. Decoration only: a word must stand beside it.
 *
 * @internal
 */
export const VerdictIcon = ({ status }: { status: VerdictStatus }) => {
  const classes = useStyles();
  const Icon = ICONS[status];
  return (
    <Icon className={`${classes.icon} ${classes[status]}`} aria-hidden="true" />
  );
};
