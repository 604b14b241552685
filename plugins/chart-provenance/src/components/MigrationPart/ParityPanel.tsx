import { InputBase, makeStyles, NativeSelect } from '@material-ui/core';
import {
  ParityReport,
  ParityState,
} from 'backstage-plugin-chart-provenance-common';
import { useMemo } from 'react';
import {
  isParityState,
  PARITY_ORDER,
  PARITY_WORD,
} from '../../format/migrationWords';
import { useFilterText } from '../../hooks/useFilterText';
import { Selection } from '../../hooks/useSelection';
import { Notice } from '../../states';
import { RelativeTime } from '../atoms';
import { Panel, usePanelStyles } from '../Panel';
import { PARITY_ID } from './lineId';
import { ParityTable } from './ParityTable';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(1),
    fontSize: '0.875rem',
  },
  filter: {
    width: 220,
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.paper,
    fontSize: '0.875rem',
  },
}));

/** Versions in these states stand above the others, which keep their order. */
const ATTENTION: readonly ParityState[] = [
  'differs',
  'onlyLegacy',
  'unverifiable',
];

const NotRead = ({ parity }: { parity: ParityReport }) => {
  const { problem, readAt } = parity;
  if (problem) {
    return (
      <Notice
        severity="warning"
        title="The legacy repository could not be read"
        next={problem.fix}
      >
        Since <RelativeTime at={problem.since} />: <bdi>{problem.message}</bdi>{' '}
        {readAt ? (
          <>
            What is shown is from <RelativeTime at={readAt} />.
          </>
        ) : (
          'Nothing is known of what is in it.'
        )}
      </Notice>
    );
  }
  return readAt ? null : (
    <Notice
      severity="info"
      title="The legacy repository was not read yet"
      next="Come back in a few minutes: it is read at intervals."
    >
      Until then nothing is known of what is in it.
    </Notice>
  );
};

const Toolbar = ({
  parity,
  chosen,
  text,
  onText,
  onChoose,
}: {
  parity: ParityReport;
  chosen: ParityState | null;
  text: string;
  onText: (text: string) => void;
  onChoose: (state: string | null) => void;
}) => {
  const classes = useStyles();
  return (
    <div className={classes.bar}>
      <InputBase
        className={classes.filter}
        type="search"
        value={text}
        placeholder="Filter by version or digest"
        inputProps={{ 'aria-label': 'Filter by version or digest' }}
        onChange={event => onText(event.target.value)}
      />
      <NativeSelect
        value={chosen ?? ''}
        inputProps={{ 'aria-label': 'State' }}
        onChange={event => onChoose(event.target.value || null)}
      >
        <option value="">all states</option>
        {PARITY_ORDER.map(state => (
          <option key={state} value={state}>
            {PARITY_WORD[state]} ({parity.counts[state]})
          </option>
        ))}
      </NativeSelect>
    </div>
  );
};

/**
 * The chart in the legacy repository against the registry's, by version.
 *
 * @internal
 */
export const ParityPanel = ({
  parity,
  hrefOfVersion,
  selection,
}: {
  parity: ParityReport;
  /** Where a version in the registry is shown. */
  hrefOfVersion: (digest: string) => string;
  selection: Selection;
}) => {
  const classes = usePanelStyles();
  const [text, setText] = useFilterText(selection);
  const chosen = isParityState(selection.parity) ? selection.parity : null;
  const rows = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase('en-US');
    const found = parity.rows.filter(
      row =>
        (!chosen || row.state === chosen) &&
        [row.version, row.legacyDigest, row.chartLayerDigest, row.digest].some(
          value => value?.toLocaleLowerCase('en-US').includes(wanted),
        ),
    );
    return [
      ...ATTENTION.flatMap(state => found.filter(row => row.state === state)),
      ...found.filter(row => !ATTENTION.includes(row.state)),
    ];
  }, [parity.rows, chosen, text]);
  return (
    <Panel
      title="Parity: the same bytes in both places?"
      aside={
        <span className={classes.aside}>
          <bdi>{parity.legacy}</bdi>
          {parity.readAt && (
            <>
              , read <RelativeTime at={parity.readAt} />
            </>
          )}
        </span>
      }
    >
      <NotRead parity={parity} />
      {parity.rows.length > 0 && (
        <div id={PARITY_ID} tabIndex={-1}>
          <Toolbar
            parity={parity}
            chosen={chosen}
            text={text}
            onText={setText}
            onChoose={state =>
              selection.select({ parity: state }, { replace: true })
            }
          />
          <ParityTable
            key={`${chosen} ${text}`}
            rows={rows}
            total={parity.rows.length}
            more={parity.more}
            hrefOfVersion={hrefOfVersion}
          />
        </div>
      )}
      {parity.rows.length === 0 && parity.readAt && (
        <span className={classes.aside}>
          Neither the legacy repository nor the registry has a version of it.
        </span>
      )}
    </Panel>
  );
};
