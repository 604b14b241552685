import { makeStyles } from '@material-ui/core';
import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { PIN_MEANING, PIN_WORD } from '../../format/consumerWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  dot: { width: 9, height: 9, borderRadius: '50%', flexShrink: 0 },
  digest: { background: theme.palette.success.main },
  version: { background: theme.palette.info.main },
  range: { background: theme.palette.warning.main },
  floating: { background: theme.palette.error.main },
  templated: { background: theme.palette.text.disabled },
  unknown: { background: theme.palette.text.disabled },
  better: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
}));

/**
 * How firmly a consumer names its chart: a colour with its word, and whether its form allows firmer.
 *
 * @internal
 */
export const PinMark = ({
  row,
}: {
  row: Pick<ConsumerRow, 'pin' | 'bestPin' | 'form'>;
}) => {
  const classes = useStyles();
  const { pin, bestPin } = row;
  const firmer = pin !== 'digest' && pin !== bestPin;
  return (
    <span title={PIN_MEANING[pin]}>
      <span className={classes.root}>
        <span
          className={`${classes.dot} ${classes[pin] ?? classes.unknown}`}
          aria-hidden="true"
        />
        {PIN_WORD[pin] ?? pin}
      </span>
      {firmer && (
        <div className={classes.better}>could be {PIN_WORD[bestPin]}</div>
      )}
    </span>
  );
};
