import { InputBase, makeStyles } from '@material-ui/core';
import {
  GateDecision,
  GateEnvironmentStatus,
} from 'backstage-plugin-chart-provenance-common';
import { DECISION_WORD } from '../../format/gateWords';
import { useFilterText } from '../../hooks/useFilterText';
import { Choice } from '../SbomPart/Choice';
import { GateAddress } from './useGateAddress';

const OUTCOMES: GateDecision['decision'][] = ['allow', 'deny', 'undecided'];

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75, 1.5),
    marginBottom: theme.spacing(1),
    fontSize: '0.875rem',
  },
  box: {
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.paper,
    fontSize: '0.875rem',
  },
  filter: { width: 240 },
  day: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.palette.text.secondary,
  },
}));

const Day = ({
  label,
  day,
  onDay,
}: {
  label: string;
  day: string | null;
  onDay: (day: string | null) => void;
}) => {
  const classes = useStyles();
  return (
    <label className={classes.day}>
      {label}
      <InputBase
        className={classes.box}
        type="date"
        value={day ?? ''}
        onChange={event => onDay(event.target.value || null)}
      />
    </label>
  );
};

/** Those that are configured, and the one in the address, which may be gone since. */
function environmentOptions(
  environments: GateEnvironmentStatus[],
  chosen: string | null,
): [string, string][] {
  const names = new Set(environments.map(({ name }) => name));
  if (chosen) {
    names.add(chosen);
  }
  return [
    ['', 'all environments'],
    ...[...names].map((name): [string, string] => [name, name]),
  ];
}

/**
 * Narrows the log, and saves what is left.
 *
 * @internal
 */
export const LogToolbar = ({
  address,
  environments,
}: {
  address: GateAddress;
  environments: GateEnvironmentStatus[];
}) => {
  const classes = useStyles();
  const [text, setText] = useFilterText(address);
  const select = (changes: Parameters<typeof address.select>[0]) =>
    address.select(changes, { replace: true });
  return (
    <div className={classes.root} role="search" aria-label="Filter the log">
      <InputBase
        className={`${classes.box} ${classes.filter}`}
        type="search"
        value={text}
        placeholder="Filter by reference or version"
        inputProps={{ 'aria-label': 'Filter by reference or version' }}
        onChange={event => setText(event.target.value)}
      />
      <Choice
        label="Decision"
        chosen={address.outcome ?? ''}
        options={[
          ['', 'all decisions'],
          ...OUTCOMES.map((one): [string, string] => [one, DECISION_WORD[one]]),
        ]}
        onChoose={outcome => select({ outcome })}
      />
      <Choice
        label="Environment"
        chosen={address.environment ?? ''}
        options={environmentOptions(environments, address.environment)}
        onChoose={environment => select({ environment })}
      />
      <Day
        label="From (UTC)"
        day={address.from}
        onDay={from => select({ from })}
      />
      <Day
        label="until"
        day={address.until}
        onDay={until => select({ until })}
      />
    </div>
  );
};
