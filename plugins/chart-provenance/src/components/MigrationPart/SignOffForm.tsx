import { Button, makeStyles, NativeSelect, TextField } from '@material-ui/core';
import { ManualItem, SignOff } from 'backstage-plugin-chart-provenance-common';
import { FormEvent, useState } from 'react';
import { useAction } from '../../hooks/useAction';
import { Migration } from '../../hooks/useMigration';
import { FailureNotice } from '../../states';
import { MAX_NOTE, signOffProblems } from './signOffProblems';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    maxWidth: 560,
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  buttons: { display: 'flex', gap: theme.spacing(1) },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

const CHOICES: [SignOff['result'], string][] = [
  ['done', 'It is done'],
  ['notApplicable', 'It does not apply here'],
];

const TAKE_BACK: [SignOff['result'], string] = [
  'open',
  'Take the last sign-off back',
];

/**
 * The form to sign off, inline: what, why, and until when it counts. Nothing is ever overwritten; the last word counts.
 *
 * @internal
 */
export const SignOffForm = ({
  item,
  signOff,
  onClose,
}: {
  item: ManualItem;
  onClose: () => void;
} & Pick<Migration, 'signOff'>) => {
  const classes = useStyles();
  const [result, setResult] = useState<SignOff['result']>('done');
  const [note, setNote] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [tried, setTried] = useState(false);
  const problems = signOffProblems({ result, note, expiresOn }, new Date());
  const { busy, error, run } = useAction(async () => {
    await signOff(item.id, {
      result,
      note: note.trim(),
      expiresOn: result === 'open' ? null : expiresOn || null,
    });
  });
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0 && (await run())) {
      onClose();
    }
  };
  const choices =
    item.signOff && item.signOff.result !== 'open'
      ? [...CHOICES, TAKE_BACK]
      : CHOICES;
  return (
    <form
      className={classes.root}
      aria-label={`Sign off: ${item.claim}`}
      onSubmit={submit}
      noValidate
    >
      <NativeSelect
        value={result}
        inputProps={{ 'aria-label': 'What you say' }}
        onChange={event =>
          setResult(
            choices.find(([value]) => value === event.target.value)?.[0] ??
              'done',
          )
        }
      >
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </NativeSelect>
      <TextField
        label="Note: what it stands on"
        id={`note-${item.id}`}
        multiline
        value={note}
        error={tried && Boolean(problems.note)}
        helperText={
          (tried && problems.note) || `${note.length} of ${MAX_NOTE} characters`
        }
        onChange={event => setNote(event.target.value)}
      />
      {result !== 'open' && (
        <TextField
          label="Counts until (leave empty for good)"
          id={`expiry-${item.id}`}
          type="date"
          InputLabelProps={{ shrink: true }}
          value={expiresOn}
          error={tried && Boolean(problems.expiresOn)}
          helperText={tried && problems.expiresOn}
          onChange={event => setExpiresOn(event.target.value)}
        />
      )}
      {item.scope === 'registry' && (
        <div className={classes.quiet}>
          This counts for every chart
          {item.inheritedFrom
            ? ` on ${item.inheritedFrom}`
            : ' of its registry'}
          .
        </div>
      )}
      <div className={classes.quiet}>
        Your name and the time are kept with it. Earlier sign-offs stay on
        record.
      </div>
      {error && (
        <FailureNotice error={error} subject="signOff" onRetry={submit} />
      )}
      <div className={classes.buttons}>
        <Button
          type="submit"
          size="small"
          variant="outlined"
          color="primary"
          disabled={busy}
        >
          Record
        </Button>
        <Button size="small" onClick={onClose} disabled={busy}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
