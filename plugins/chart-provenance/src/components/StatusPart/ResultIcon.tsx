import { makeStyles } from '@material-ui/core';
import OkIcon from '@material-ui/icons/CheckCircleOutline';
import FailedIcon from '@material-ui/icons/Cancel';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { DoctorResult } from 'backstage-plugin-chart-provenance-common';

const ICONS: Record<DoctorResult, typeof OkIcon> = {
  ok: OkIcon,
  warning: WarningIcon,
  failed: FailedIcon,
  unknown: UnknownIcon,
};

const useStyles = makeStyles(theme => ({
  icon: { fontSize: '1.125rem', flexShrink: 0, verticalAlign: 'text-bottom' },
  ok: { color: theme.palette.success.main },
  warning: { color: theme.palette.warning.main },
  failed: { color: theme.palette.error.main },
  unknown: { color: theme.palette.text.secondary },
}));

/**
 * A result's picture. Decoration only: a word must stand beside it.
 *
 * @internal
 */
export const ResultIcon = ({ result }: { result: DoctorResult }) => {
  const classes = useStyles();
  const Icon = ICONS[result];
  return (
    <Icon className={`${classes.icon} ${classes[result]}`} aria-hidden="true" />
  );
};
