import { useFilterText } from '../../hooks/useFilterText';
import { useSelection } from '../../hooks/useSelection';
import { useUnclaimed } from '../../hooks/useUnclaimed';
import { FailureNotice, LinesSkeleton } from '../../states';
import { usePanelStyles } from '../Panel';
import { ListingTable } from './ListingTable';
import { SelectedBar } from './SelectedBar';
import { UnclaimedFilter, UnclaimedList } from './UnclaimedList';
import { useChosenOwners } from './useChosenOwners';

/**
 * The charts that nobody owns, who might, and the operator's word on it.
 *
 * @internal
 */
export const UnclaimedPart = () => {
  const classes = usePanelStyles();
  const selection = useSelection();
  const [text, setText] = useFilterText(selection);
  const unclaimed = useUnclaimed(selection.filter);
  const owners = useChosenOwners();
  const { value, error, reload } = unclaimed;
  return (
    <main aria-labelledby="unclaimed-charts">
      <div className={classes.heading}>
        <h2 id="unclaimed-charts" className={classes.title}>
          Charts without an owner
        </h2>
      </div>
      {error && (
        <FailureNotice error={error} subject="unclaimed" onRetry={reload} />
      )}
      {(value || !error || selection.filter) && (
        <UnclaimedFilter text={text} onText={setText} />
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Loading the charts that nobody owns"
          widths={['50%', '100%', '100%', '100%', '100%']}
          height={40}
        />
      )}
      {value && (
        <>
          <p className={classes.small}>
            {value.counts.unclaimed} of {value.counts.charts} charts have no
            owner
            {value.counts.conflicts > 0 &&
              `, ${value.counts.conflicts} of them because several claim it`}
            . They are counted wherever charts are.
          </p>
          <SelectedBar owners={owners} onAccepted={reload} />
          <UnclaimedList
            value={value}
            unclaimed={unclaimed}
            owners={owners}
            filter={selection.filter}
            onClear={() => {
              setText('');
              selection.select({ filter: null });
            }}
          />
          <ListingTable listings={value.listings} />
        </>
      )}
    </main>
  );
};
