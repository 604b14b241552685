import { makeStyles } from '@material-ui/core';
import { useMemo } from 'react';
import { lineDiff } from '../../format/lineDiff';
import { CopyButton } from '../atoms';
import { DiffText } from '../TextFile';

const useStyles = makeStyles(theme => ({
  heading: {
    display: 'flex',
    alignItems: 'center',
    margin: theme.spacing(1.5, 0, 0.5),
    fontSize: '0.875rem',
    fontWeight: 600,
  },
}));

/**
 * The text with every correction made, as a change to what is in the editor.
 *
 * @internal
 */
export const CorrectedText = ({
  before,
  after,
}: {
  before: string;
  after: string;
}) => {
  const classes = useStyles();
  const patch = useMemo(() => lineDiff(before, after), [before, after]);
  return (
    <section aria-label="Corrected">
      <h3 className={classes.heading}>
        Corrected
        <CopyButton text={after} label="the corrected text" />
      </h3>
      <DiffText patch={patch} label="corrections" />
    </section>
  );
};
