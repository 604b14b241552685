import { makeStyles } from '@material-ui/core';
import GoodIcon from '@material-ui/icons/CheckCircleOutline';
import BadIcon from '@material-ui/icons/Cancel';
import UnsureIcon from '@material-ui/icons/HelpOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import OpenIcon from '@material-ui/icons/RadioButtonUnchecked';
import IdleIcon from '@material-ui/icons/RemoveCircleOutline';

const ICONS = {
  good: GoodIcon,
  bad: BadIcon,
  unsure: UnsureIcon,
  warning: WarningIcon,
  open: OpenIcon,
  idle: IdleIcon,
};

/**
 * How a line stands.
 *
 * @internal
 */
export type Tone = keyof typeof ICONS;

const useStyles = makeStyles(theme => ({
  icon: { fontSize: '1.125rem', flexShrink: 0, verticalAlign: 'text-bottom' },
  good: { color: theme.palette.success.main },
  bad: { color: theme.palette.error.main },
  warning: { color: theme.palette.warning.main },
  unsure: { color: theme.palette.text.secondary },
  open: { color: theme.palette.text.secondary },
  idle: { color: theme.palette.text.secondary },
}));

/**
 * The picture of a line's result. Decoration only: a word must stand beside it.
 *
 * @internal
 */
export const StateIcon = ({ tone }: { tone: Tone }) => {
  const classes = useStyles();
  const Icon = ICONS[tone];
  return (
    <Icon className={`${classes.icon} ${classes[tone]}`} aria-hidden="true" />
  );
};
