import { Button, InputBase, makeStyles, NativeSelect } from '@material-ui/core';
import { ConsumerRow, PinKind } from 'backstage-plugin-chart-provenance-common';
import { FROM_WORD, PIN_ORDER, PIN_WORD } from '../../format/consumerWords';
import { VERDICT_ORDER, VERDICT_WORD } from '../../format/verdictWord';
import { NO_ENVIRONMENT, RunsFilter } from '../../hooks/filterConsumers';
import { Selection, SelectionChanges } from '../../hooks/useSelection';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(1),
  },
  filter: {
    width: 200,
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.paper,
    fontSize: '0.875rem',
    '&:focus-within': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  select: { fontSize: '0.875rem' },
  shown: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

const FROM: ConsumerRow['from'][] = ['oci', 'legacy'];

const RUNS: [RunsFilter, string][] = [
  ...VERDICT_ORDER.map((status): [RunsFilter, string] => [
    status,
    VERDICT_WORD[status],
  ]),
  ['unknown', 'No verdict'],
];

const Facet = ({
  label,
  any,
  chosen,
  options,
  onChoose,
}: {
  label: string;
  /** What stands there when nothing is chosen. */
  any: string;
  chosen: string | null;
  options: [value: string, words: string][];
  onChoose: (value: string | null) => void;
}) => {
  const classes = useStyles();
  return (
    <NativeSelect
      className={classes.select}
      value={chosen ?? ''}
      inputProps={{ 'aria-label': label }}
      onChange={event => onChoose(event.target.value || null)}
    >
      <option value="">{any}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </NativeSelect>
  );
};

/**
 * Filter box, facets and the choice of view above the consumers, and how many of them are shown.
 *
 * @internal
 */
export const ConsumerToolbar = ({
  selection,
  environments,
  pins,
  text,
  onText,
  shown,
}: {
  selection: Selection;
  /** Environments there are consumers in; null for those of none. */
  environments: (string | null)[];
  /** Pins there are. */
  pins: PinKind[];
  text: string;
  onText: (text: string) => void;
  shown: string;
}) => {
  const classes = useStyles();
  const { environment, pin, from, runs, view, select } = selection;
  const choose = (changes: SelectionChanges) =>
    select(changes, { replace: true });
  return (
    <div className={classes.root}>
      <InputBase
        className={classes.filter}
        type="search"
        value={text}
        placeholder="Filter consumers"
        inputProps={{ 'aria-label': 'Filter consumers' }}
        onChange={event => onText(event.target.value)}
      />
      <Facet
        label="Environment"
        any="all environments"
        chosen={environment}
        options={environments.map(name => [
          name ?? NO_ENVIRONMENT,
          name ?? 'no environment',
        ])}
        onChoose={value => choose({ environment: value })}
      />
      <Facet
        label="Verdict on what runs"
        any="all verdicts"
        chosen={runs}
        options={RUNS}
        onChoose={value => choose({ runs: value })}
      />
      <Facet
        label="Pin"
        any="all pins"
        chosen={pin}
        options={PIN_ORDER.filter(
          known => pins.includes(known) || known === pin,
        ).map(known => [known, PIN_WORD[known]])}
        onChoose={value => choose({ pin: value })}
      />
      <Facet
        label="Taken from"
        any="from anywhere"
        chosen={from}
        options={FROM.map(place => [place, `from ${FROM_WORD[place]}`])}
        onChoose={value => choose({ from: value })}
      />
      <Button
        size="small"
        onClick={() => choose({ view: view === 'tree' ? null : 'tree' })}
      >
        {view === 'tree' ? 'Show as table' : 'Show as tree'}
      </Button>
      <span className={classes.shown} role="status">
        {shown}
      </span>
    </div>
  );
};
