import { Button, InputBase, makeStyles } from '@material-ui/core';
import {
  GateChange,
  GateEnvironmentStatus,
  GateLogRow,
} from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { Choice } from '../SbomPart/Choice';
import {
  CHANGE_WORD,
  changeOf,
  ImpactDraft,
  isChangeKind,
} from './impactChange';

const LIST_ID = 'chart-provenance-impact-targets';

const TARGET_LABEL: Record<GateChange['kind'], string> = {
  enforcement: 'Environment',
  policy: 'Policy',
  'policy-text': '',
  retire: 'Chart id',
};

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75, 1.5),
    fontSize: '0.875rem',
  },
  box: {
    minWidth: 200,
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.paper,
    fontSize: '0.875rem',
  },
  policy: {
    flexBasis: '100%',
    fontFamily: 'monospace',
    fontSize: '0.8125rem',
    padding: theme.spacing(1),
  },
}));

/** What there is to choose from, with words for what is only an id. */
function targetsOf(
  kind: GateChange['kind'],
  environments: GateEnvironmentStatus[],
  rows: GateLogRow[],
): Map<string, string> {
  switch (kind) {
    case 'enforcement':
      return new Map(environments.map(({ name }) => [name, '']));
    case 'policy':
      return new Map(
        [...environments, ...rows].flatMap(({ policies }) =>
          policies.map((name): [string, string] => [name, '']),
        ),
      );
    default:
      return new Map(
        rows.flatMap(({ chartId, reference }): [string, string][] =>
          chartId ? [[chartId, reference.split('@')[0]]] : [],
        ),
      );
  }
}

const Target = ({
  draft,
  targets,
  onTarget,
}: {
  draft: ImpactDraft;
  targets: Map<string, string>;
  onTarget: (target: string) => void;
}) => {
  const classes = useStyles();
  const label = TARGET_LABEL[draft.kind];
  return (
    <>
      <InputBase
        className={classes.box}
        value={draft.target}
        placeholder={label}
        inputProps={{ 'aria-label': label, list: LIST_ID }}
        onChange={event => onTarget(event.target.value)}
      />
      <datalist id={LIST_ID}>
        {[...targets].map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </datalist>
    </>
  );
};

/**
 * Describes a change.
 *
 * @internal
 */
export const ImpactForm = ({
  initial,
  environments,
  rows,
  onAsk,
}: {
  initial: ImpactDraft;
  environments: GateEnvironmentStatus[];
  rows: GateLogRow[];
  onAsk: (draft: ImpactDraft) => void;
}) => {
  const classes = useStyles();
  const [draft, setDraft] = useState(initial);
  const change = (changes: Partial<ImpactDraft>) =>
    setDraft(before => ({ ...before, ...changes }));
  const { kind } = draft;
  const forCharts = kind === 'policy' || kind === 'policy-text';
  return (
    <form
      className={classes.form}
      aria-label="A change"
      onSubmit={event => {
        event.preventDefault();
        onAsk(draft);
      }}
    >
      <Choice
        label="Change"
        chosen={kind}
        options={Object.entries(CHANGE_WORD)}
        onChoose={chosen =>
          isChangeKind(chosen) && change({ kind: chosen, target: '' })
        }
      />
      {kind !== 'policy-text' && (
        <Target
          draft={draft}
          targets={targetsOf(kind, environments, rows)}
          onTarget={target => change({ target })}
        />
      )}
      {forCharts && (
        <InputBase
          className={classes.box}
          value={draft.charts}
          placeholder="all charts, or e.g. ghcr.io/acme/**"
          inputProps={{ 'aria-label': 'Charts' }}
          onChange={event => change({ charts: event.target.value })}
        />
      )}
      {kind === 'policy-text' && (
        <InputBase
          className={`${classes.box} ${classes.policy}`}
          multiline
          minRows={6}
          maxRows={24}
          value={draft.text}
          placeholder="One policy, as under chartProvenance.policies"
          inputProps={{ 'aria-label': 'Policy in YAML', spellCheck: false }}
          onChange={event => change({ text: event.target.value })}
        />
      )}
      <Button
        type="submit"
        size="small"
        variant="outlined"
        disabled={changeOf(draft) === null}
      >
        What would this block?
      </Button>
    </form>
  );
};
