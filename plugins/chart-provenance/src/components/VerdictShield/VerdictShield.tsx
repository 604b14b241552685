import { makeStyles } from '@material-ui/core';
import {
  Signer,
  signerLabel,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { reasonTitle } from '../../format/reasonWords';
import { VERDICT_WORD } from '../../format/verdictWord';
import { RelativeTime } from '../atoms';
import { VerdictIcon } from './VerdictIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minWidth: 0,
  },
  words: { minWidth: 0, lineHeight: 1.25 },
  // Why it was rejected is never cut off, however narrow the table.
  verdict: { whiteSpace: 'normal' },
  word: { fontWeight: 600 },
  signer: {
    color: theme.palette.text.secondary,
    fontSize: '0.75rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
}));

/**
 * A verdict in words: outcome, reason unless it is verified, and who signed. The full reason is on hover.
 *
 * @internal
 */
export const VerdictShield = ({ verdict }: Pick<VersionRow, 'verdict'>) => {
  const classes = useStyles();
  const { status, reason, signer, lastVerifiedAt } = verdict;
  return (
    <div className={classes.root} title={reason.message}>
      <VerdictIcon status={status} />
      <div className={classes.words}>
        <div className={classes.verdict}>
          <span className={classes.word}>{VERDICT_WORD[status]}</span>
          {status !== 'verified' && `: ${reasonTitle(reason.code)}`}
        </div>
        {signer && (
          <div className={classes.signer} title={signerTitle(signer)}>
            {status === 'verified' ? 'signed by ' : 'signature by '}
            <bdi>{signerLabel(signer)}</bdi>
          </div>
        )}
        {status !== 'verified' && lastVerifiedAt && (
          <div className={classes.signer}>
            last verified <RelativeTime at={lastVerifiedAt} />
          </div>
        )}
      </div>
    </div>
  );
};

function signerTitle(signer: Signer): string {
  switch (signer.kind) {
    case 'key':
      return `Key ${signer.key}, fingerprint ${signer.fingerprint}`;
    case 'pgp':
      return `The chart archive, by PGP key ${signer.fingerprint} of keyring ${signer.keyring}`;
    case 'x509':
      return `Certificate ${signer.subject}, fingerprint ${signer.fingerprint}, of certificate store ${signer.store}`;
    default:
      return `${signer.subject}, says ${signer.issuer}`;
  }
}
