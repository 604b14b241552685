import { makeStyles } from '@material-ui/core';
import { VerdictBrief } from 'backstage-plugin-chart-provenance-common';
import { noVerdictWords } from '../../format/consumerWords';
import { VerdictShield } from './VerdictShield';

const useStyles = makeStyles(theme => ({
  note: {
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
    whiteSpace: 'normal',
  },
}));

/**
 * The verdict on what runs. Without one it says why: never a tick, and never an empty place that reads as one.
 *
 * @internal
 */
export const BriefShield = ({
  verdict,
  note,
  version,
}: {
  verdict: VerdictBrief | null;
  note: string | null;
  /** The version that stands beside it. */
  version?: string | null;
}) => {
  const classes = useStyles();
  return verdict ? (
    <VerdictShield
      verdict={{ ...verdict, signer: null, lastVerifiedAt: null }}
    />
  ) : (
    <span className={classes.note}>
      <bdi>{noVerdictWords(note, version)}</bdi>
    </span>
  );
};
