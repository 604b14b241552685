import { Button, makeStyles } from '@material-ui/core';
import { SnippetDiff } from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { Notice } from '../../states';
import { CopyButton, Fold, SafeLink } from '../atoms';
import { saveBlob } from '../atoms/saveBlob';
import { DiffText } from '../TextFile';
import { fileName } from '../TextFile/fileName';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(1, 0), fontSize: '0.875rem' },
  heading: {
    margin: theme.spacing(1, 0, 0.5),
    fontSize: '0.875rem',
    fontWeight: 600,
  },
  title: { margin: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
}));

const Diff = ({ diff }: { diff: SnippetDiff }) => {
  const classes = useStyles();
  const { title, path, href, patch, after } = diff;
  return (
    <div>
      <div className={classes.title}>
        <SafeLink href={href}>
          <bdi>{[title, path].filter(Boolean).join(' · ')}</bdi>
        </SafeLink>{' '}
        <CopyButton text={patch} label={`the change to ${title}`} />
        {after !== null && (
          <Button
            size="small"
            onClick={() =>
              saveBlob(new Blob([after]), fileName(path ?? 'manifest.yaml'))
            }
          >
            Download the changed file
          </Button>
        )}
      </div>
      <DiffText patch={patch} label={`change to ${title}`} />
    </div>
  );
};

/**
 * The text as a change to consumers' own manifests, where they are known. The consumer that a link leads to stands first, unfolded.
 *
 * @internal
 */
export const ConsumerDiffs = ({
  diffs,
  consumer,
}: {
  diffs: SnippetDiff[];
  /** Id in the address. */
  consumer: string | null;
}) => {
  const classes = useStyles();
  const named = diffs.filter(({ consumerId }) => consumerId === consumer);
  const unfolded = named.length > 0 || diffs.length > 1 ? named : diffs;
  const others = diffs.filter(diff => !unfolded.includes(diff));
  return (
    <div className={classes.root}>
      {consumer !== null && named.length === 0 && (
        <Notice
          severity="info"
          title="There is no ready change for the consumer in this link"
          next="Use the text below, or open the consumer and see how it names the chart."
        >
          Its manifest is not known here, needs no change, or is written in a
          form that this text does not fit.
        </Notice>
      )}
      {diffs.length > 0 && (
        <h4 className={classes.heading}>
          As a change to what{' '}
          {diffs.length === 1 ? 'a consumer has' : 'consumers have'}
        </h4>
      )}
      {unfolded.map(diff => (
        <Diff key={`${diff.consumerId} ${diff.path}`} diff={diff} />
      ))}
      {others.length > 0 && (
        <Fold
          summary={
            unfolded.length > 0
              ? `${others.length} more`
              : countWords(others.length, 'consumer')
          }
        >
          {others.map(diff => (
            <Diff key={`${diff.consumerId} ${diff.path}`} diff={diff} />
          ))}
        </Fold>
      )}
    </div>
  );
};
