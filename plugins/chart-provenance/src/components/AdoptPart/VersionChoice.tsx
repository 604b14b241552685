import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core';
import {
  ChartState,
  SnippetList,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { ChartKey, chartProvenanceApiRef } from '../../api';
import { shortDigest } from '../../format/shortDigest';
import { VERDICT_WORD } from '../../format/verdictWord';
import { useLoad } from '../../hooks/useLoad';
import { Digest } from '../atoms';
import { Choice } from '../SbomPart/Choice';

/** Enough to choose from; an older one is reached from its drawer's address. */
const OFFERED = 50;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginBottom: theme.spacing(1.5),
    fontSize: '0.875rem',
  },
  label: { color: theme.palette.text.secondary },
}));

/** Only who has read a repository to its end can say that nothing is in it. */
const NO_VERSION: Record<ChartState, string> = {
  empty: 'Nothing is published yet: texts that name a version cannot be made.',
  indexed: 'No version is there: texts that name a version cannot be made.',
  firstIndexing:
    'The chart is being read for the first time: texts that name a version can be made afterwards.',
  failed:
    'The chart could not be read, so no version is known: whether one is published cannot be told, and texts that name one cannot be made.',
  partial:
    'Only some of the chart could be read, and no version is known: texts that name one cannot be made.',
};

/**
 * Which version the texts name. Without a choice it is the newest verified one, else the newest.
 *
 * @internal
 */
export const VersionChoice = ({
  chart,
  state,
  version,
  chosen,
  onChoose,
}: {
  chart: ChartKey;
  /** How far the chart was read. */
  state: ChartState;
  /** The one that the texts name now. */
  version: SnippetList['version'];
  /** Digest in the address. */
  chosen: string | null;
  onChoose: (digest: string | null) => void;
}) => {
  const classes = useStyles();
  const api = useApi(chartProvenanceApiRef);
  const { value } = useLoad(`${chart.entityRef} ${chart.chartId}`, signal =>
    api.listVersions(chart, { limit: OFFERED }, { signal }),
  );
  if (!version) {
    return (
      <div className={classes.root}>
        {NO_VERSION[state] ?? NO_VERSION.failed}
      </div>
    );
  }
  const offered = value?.items ?? [];
  const other = chosen && !offered.some(({ digest }) => digest === chosen);
  return (
    <div className={classes.root}>
      <span className={classes.label}>Version</span>
      <Choice
        label="Version"
        chosen={chosen ?? ''}
        options={[
          ['', 'newest verified, else newest'],
          ...(other ? [[chosen, nameOf(version)] as [string, string]] : []),
          ...offered.map((row): [string, string] => [
            row.digest,
            rowWords(row),
          ]),
        ]}
        onChoose={onChoose}
      />
      <span>
        names <bdi>{version.version}</bdi>
      </span>
      <Digest digest={version.digest} />
    </div>
  );
};

function rowWords({ version, verdict }: VersionRow): string {
  return `${version}: ${VERDICT_WORD[verdict.status]}`;
}

function nameOf(version: NonNullable<SnippetList['version']>): string {
  return `${version.version} (${shortDigest(version.digest)})`;
}
