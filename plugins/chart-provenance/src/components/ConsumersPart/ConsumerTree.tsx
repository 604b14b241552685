import { Link } from '@backstage/core-components';
import { Button } from '@material-ui/core';
import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { placeOf } from '../../format/consumerWords';
import { countWords } from '../../format/countWords';
import { BriefShield } from '../VerdictShield';
import { PinMark } from './PinMark';
import { TreeFold } from './TreeFold';
import { useTreeStyles } from './useTreeStyles';

/** A branch draws so many at a time. */
const PAGE = 100;

/** With fewer consumers than this, every branch starts open. */
const FEW = 40;

type SearchFor = (consumer: string) => string;

const Leaves = ({
  rows,
  searchFor,
}: {
  rows: ConsumerRow[];
  searchFor: SearchFor;
}) => {
  const classes = useTreeStyles();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      {rows.slice(0, shown).map(row => (
        <li key={row.id} className={`${classes.item} ${classes.consumer}`}>
          <Link to={searchFor(row.id)}>
            <bdi>{row.name}</bdi>
          </Link>
          <span className={classes.quiet}>
            <bdi>{row.kind}</bdi>
          </span>
          <PinMark row={row} />
          {row.from === 'legacy' && <span>from the legacy repository</span>}
          {row.runs ? (
            <>
              <bdi>{row.runs.version ?? 'version not recorded'}</bdi>
              <BriefShield
                verdict={row.runs.verdict}
                note={row.runs.note}
                version={row.runs.version}
              />
            </>
          ) : (
            <span className={classes.quiet}>nothing says what runs</span>
          )}
        </li>
      ))}
      {rows.length > shown && (
        <li className={classes.item}>
          <Button size="small" onClick={() => setShown(shown + PAGE)}>
            Show {Math.min(PAGE, rows.length - shown)} more of{' '}
            {rows.length - shown}
          </Button>
        </li>
      )}
    </>
  );
};

const Places = ({
  rows,
  searchFor,
  startsOpen,
}: {
  rows: ConsumerRow[];
  searchFor: SearchFor;
  startsOpen: boolean;
}) => (
  <>
    {[...new Set(rows.map(placeOf))].sort().map(place => {
      const there = rows.filter(row => placeOf(row) === place);
      return (
        <TreeFold
          key={place}
          label={place}
          count={countWords(there.length, 'consumer')}
          startsOpen={startsOpen}
        >
          {() => <Leaves rows={there} searchFor={searchFor} />}
        </TreeFold>
      );
    })}
  </>
);

/**
 * The chart, the environments and clusters it is used in, and who uses it there, coloured by pin.
 *
 * @internal
 */
export const ConsumerTree = ({
  chartName,
  rows,
  environments,
  searchFor,
}: {
  chartName: string;
  rows: ConsumerRow[];
  /** Environments of these consumers in the operator's order; null for those of none. */
  environments: (string | null)[];
  /** Query string that opens a consumer. */
  searchFor: SearchFor;
}) => {
  const classes = useTreeStyles();
  return (
    <div className={classes.root}>
      <ul className={classes.list} aria-label="Consumers as a tree">
        <TreeFold
          label={chartName}
          count={countWords(rows.length, 'consumer')}
          startsOpen
        >
          {() =>
            environments.map(environment => {
              const inIt = rows.filter(row => row.environment === environment);
              return inIt.length === 0 ? null : (
                <TreeFold
                  key={environment ?? ''}
                  label={environment ?? 'In no configured environment'}
                  count={countWords(inIt.length, 'consumer')}
                  startsOpen
                >
                  {() => (
                    <Places
                      rows={inIt}
                      searchFor={searchFor}
                      startsOpen={rows.length < FEW}
                    />
                  )}
                </TreeFold>
              );
            })
          }
        </TreeFold>
      </ul>
    </div>
  );
};
