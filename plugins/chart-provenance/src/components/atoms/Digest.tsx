import { makeStyles } from '@material-ui/core';
import { shortDigest } from '../../format/shortDigest';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles({
  root: { whiteSpace: 'nowrap' },
  digest: { fontFamily: 'monospace', fontSize: '0.8125rem' },
});

/**
 * A digest: short, full on hover, copied in full.
 *
 * @internal
 */
export const Digest = ({
  digest,
  copyable = true,
}: {
  digest: string;
  copyable?: boolean;
}) => {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <code className={classes.digest} title={digest}>
        {shortDigest(digest)}
      </code>
      {copyable && <CopyButton text={digest} label={`digest ${digest}`} />}
    </span>
  );
};
