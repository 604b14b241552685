import { useApi } from '@backstage/core-plugin-api';
import { Button, makeStyles } from '@material-ui/core';
import { useState } from 'react';
import { chartProvenanceApiRef } from '../../api';
import { countWords } from '../../format/countWords';
import { useAction } from '../../hooks/useAction';
import { CommandText, RelativeTime } from '../atoms';
import { AcceptDialog } from './AcceptDialog';
import { ChosenOwner, ChosenOwners } from './useChosenOwners';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
    fontSize: '0.875rem',
  },
}));

/**
 * What can be done with the selected charts: given to the chosen entities at once, or taken as configuration for a pull request.
 *
 * @internal
 */
export const SelectedBar = ({
  owners,
  onAccepted,
}: {
  owners: ChosenOwners;
  onAccepted: () => void;
}) => {
  const classes = useStyles();
  const api = useApi(chartProvenanceApiRef);
  const [asking, setAsking] = useState(false);
  const [showing, setShowing] = useState(false);
  const [accepted, setAccepted] = useState<{ count: number; dueAt: string }>();
  const all = [...owners.chosen.values()];
  const mappings = all.filter(({ entityRef }) => entityRef !== null);
  const snippets = all.flatMap(({ chart }) => chart.snippet ?? []);
  const action = useAction(async () => {
    const answer = await api.acceptMappings(requestOf(mappings));
    setAccepted({ count: answer.accepted.length, dueAt: answer.dueAt });
  });
  const accept = async () => {
    if (await action.run()) {
      setAsking(false);
      setShowing(false);
      mappings.forEach(({ chart }) => owners.drop(chart.id));
      onAccepted();
    }
  };
  return (
    <>
      <div className={classes.root}>
        <span role="status">
          {accepted && all.length === 0 ? (
            <>
              {countWords(accepted.count, 'owner')} written; the inventory
              follows <RelativeTime at={accepted.dueAt} />.
            </>
          ) : (
            `${all.length} selected`
          )}
        </span>
        <Button
          size="small"
          variant="outlined"
          color="primary"
          disabled={mappings.length === 0}
          onClick={() => setAsking(true)}
        >
          Accept selected ({mappings.length})
        </Button>
        <Button
          size="small"
          disabled={snippets.length === 0}
          aria-expanded={showing && snippets.length > 0}
          onClick={() => setShowing(!showing)}
        >
          Snippet for a pull request ({snippets.length})
        </Button>
        {all.length > 0 && (
          <Button size="small" onClick={owners.clear}>
            Select none
          </Button>
        )}
      </div>
      {showing && snippets.length > 0 && (
        <CommandText
          label="configuration for a pull request"
          text={snippets.join('\n')}
        />
      )}
      <AcceptDialog
        open={asking}
        mappings={mappings}
        action={action}
        onAccept={accept}
        onClose={() => setAsking(false)}
      />
    </>
  );
};

function requestOf(mappings: ChosenOwner[]) {
  return {
    mappings: mappings.map(({ chart, entityRef }) => ({
      id: chart.id,
      entityRef,
    })),
  };
}
