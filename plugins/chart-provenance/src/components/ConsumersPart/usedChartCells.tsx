import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import {
  ConsumedChart,
  PinKind,
} from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { clusterWords, linesOfUse } from '../../format/linesOfUse';
import { useTabHref } from '../../hooks/useTabHref';
import { Digest, EntityName } from '../atoms';
import { BriefShield } from '../VerdictShield';
import { WhereText } from './consumerCells';
import { PinMark } from './PinMark';

/** A component that uses one chart in more places than this is read there. */
const MAX_PLACES = 20;

const useStyles = makeStyles(theme => ({
  line: { marginBottom: theme.spacing(0.75) },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

const OwnedChart = ({
  name,
  chartId,
  ownerRef,
}: {
  name: string;
  chartId: string;
  ownerRef: string;
}) => {
  const tabHref = useTabHref(ownerRef);
  return (
    <Link to={tabHref({ chart: chartId })}>
      <bdi>{name}</bdi>
    </Link>
  );
};

/**
 * The chart, linked to where its owner shows it.
 *
 * @internal
 */
export const UsedChartName = ({ used }: { used: ConsumedChart }) => {
  const { chart, name, chartId, ownerRef } = used;
  return (
    <>
      {chartId && ownerRef ? (
        <OwnedChart name={name} chartId={chartId} ownerRef={ownerRef} />
      ) : (
        <bdi>{name}</bdi>
      )}
      <div>
        <code>
          <bdi>{chart}</bdi>
        </code>
      </div>
    </>
  );
};

/**
 * Who owns the chart, as far as the reader may see.
 *
 * @internal
 */
export const UsedChartOwner = ({ used }: { used: ConsumedChart }) => {
  const classes = useStyles();
  const { chartId, ownerRef, ownerTeam } = used;
  if (!ownerRef) {
    return (
      <span className={classes.quiet}>
        {chartId ? 'no owner that you may see' : 'not in the inventory'}
      </span>
    );
  }
  return (
    <>
      <EntityName entityRef={ownerRef} />
      {ownerTeam && (
        <div className={classes.quiet}>
          of <EntityName entityRef={ownerTeam} />
        </div>
      )}
    </>
  );
};

/**
 * What runs of it by environment, and what that is worth; where nothing says what runs, where it is asked for.
 *
 * @internal
 */
export const UsedChartRuns = ({ used }: { used: ConsumedChart }) => {
  const classes = useStyles();
  const lines = linesOfUse(used.items, 'environment');
  const silent = used.items.filter(({ runs }) => !runs);
  return (
    <>
      {lines.map((line, index) => (
        <div key={index} className={classes.line}>
          <bdi>{line.environment ?? 'In no configured environment'}</bdi>:{' '}
          <bdi>{line.version ?? 'version not recorded'}</bdi>{' '}
          {line.digest && <Digest digest={line.digest} />} {clusterWords(line)}
          <div>
            <BriefShield
              verdict={line.verdict}
              note={line.note}
              version={line.version}
            />
          </div>
        </div>
      ))}
      {silent.slice(0, MAX_PLACES).map(row => (
        <div key={row.id} className={classes.quiet}>
          asked for in <WhereText where={row.where} />; nothing says what runs
        </div>
      ))}
      {silent.length > MAX_PLACES && (
        <div className={classes.quiet}>
          and in {countWords(silent.length - MAX_PLACES, 'more place')}
        </div>
      )}
    </>
  );
};

/**
 * How firmly it is named, each way once.
 *
 * @internal
 */
export const UsedChartPins = ({ used }: { used: ConsumedChart }) => {
  const byPin = new Map<PinKind, ConsumedChart['items'][number]>(
    used.items.map(row => [row.pin, row]),
  );
  return (
    <>
      {[...byPin.values()].map(row => (
        <div key={row.pin}>
          <PinMark row={row} />
        </div>
      ))}
    </>
  );
};
