import { Button, makeStyles, TextField } from '@material-ui/core';
import { MigrationPlan } from 'backstage-plugin-chart-provenance-common';
import { FormEvent, useState } from 'react';
import { backendMessage } from '../../format/backendMessage';
import { useAction } from '../../hooks/useAction';
import { Migration } from '../../hooks/useMigration';
import { FailureNotice } from '../../states';
import {
  fieldsNamed,
  PLAN_DAYS,
  PlanField,
  planProblems,
} from './planProblems';

const useStyles = makeStyles(theme => ({
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(250px, 1fr))',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  buttons: {
    display: 'flex',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  },
}));

/**
 * The form for the dates. What is wrong stands beside the field, also when only the backend finds it.
 *
 * @internal
 */
export const PlanForm = ({
  plan,
  setPlan,
  onClose,
}: {
  plan: MigrationPlan | null;
  onClose: () => void;
} & Pick<Migration, 'setPlan'>) => {
  const classes = useStyles();
  const [draft, setDraft] = useState(() => draftOf(plan));
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction(async () => {
    await setPlan(planOf(draft));
  });
  const problems = planProblems(draft);
  const refused = error ? backendMessage(error) : '';
  const beside = error?.statusCode === 400 ? fieldsNamed(refused) : [];
  const problemOf = (field: PlanField) =>
    (tried && problems[field]) || (beside.includes(field) ? refused : '');
  const change = (field: PlanField, text: string) =>
    setDraft(previous => ({ ...previous, [field]: text }));
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0 && (await run())) {
      onClose();
    }
  };
  return (
    <form aria-label="Plan" onSubmit={submit} noValidate>
      <div className={classes.days}>
        {PLAN_DAYS.map(([field, words]) => (
          <TextField
            key={field}
            id={`plan-${field}`}
            label={words}
            type="date"
            InputLabelProps={{ shrink: true }}
            value={draft[field]}
            error={problemOf(field) !== ''}
            helperText={problemOf(field)}
            onChange={event => change(field, event.target.value)}
          />
        ))}
      </div>
      <TextField
        id="plan-note"
        label="Note"
        fullWidth
        multiline
        value={draft.note}
        error={problemOf('note') !== ''}
        helperText={problemOf('note')}
        onChange={event => change('note', event.target.value)}
      />
      {error && beside.length === 0 && (
        <FailureNotice error={error} subject="plan" onRetry={submit} />
      )}
      <div className={classes.buttons}>
        <Button
          type="submit"
          size="small"
          variant="outlined"
          color="primary"
          disabled={busy}
        >
          Record the plan
        </Button>
        <Button size="small" onClick={onClose} disabled={busy}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

function draftOf(plan: MigrationPlan | null): Record<PlanField, string> {
  return {
    cutOverOn: plan?.cutOverOn ?? '',
    deprecatedOn: plan?.deprecatedOn ?? '',
    retireOn: plan?.retireOn ?? '',
    supportedSince: plan?.supportedSince ?? '',
    note: plan?.note ?? '',
  };
}

function planOf(draft: Record<PlanField, string>): MigrationPlan {
  return {
    cutOverOn: draft.cutOverOn || null,
    deprecatedOn: draft.deprecatedOn || null,
    retireOn: draft.retireOn || null,
    supportedSince: draft.supportedSince || null,
    note: draft.note.trim(),
  };
}
