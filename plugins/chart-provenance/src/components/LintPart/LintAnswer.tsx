import { Button, makeStyles } from '@material-ui/core';
import { LintFinding } from 'backstage-plugin-chart-provenance-common';
import { FailureNotice, LinesSkeleton, Notice } from '../../states';
import { CorrectedText } from './CorrectedText';
import { EXAMPLES } from './examples';
import { FindingsPane } from './FindingsPane';
import { SharedText } from './sharedText';
import { Lint } from './useLint';

const useStyles = makeStyles(theme => ({
  examples: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    marginTop: theme.spacing(0.5),
  },
}));

const Empty = ({ onExample }: { onExample: (shared: SharedText) => void }) => {
  const classes = useStyles();
  return (
    <Notice
      severity="info"
      title="Nothing to check yet"
      next="Paste or drop a text, or try one of these:"
      action={
        <div className={classes.examples}>
          {EXAMPLES.map(({ title, filename, text }) => (
            <Button
              key={title}
              size="small"
              onClick={() => onExample({ text, filename })}
            >
              {title}
            </Button>
          ))}
        </div>
      }
    />
  );
};

const TooLarge = () => (
  <Notice
    severity="warning"
    title="The text is longer than 256 KiB"
    next="Keep the part with the references. Nothing was sent."
  />
);

/**
 * What is to be said to the text in the editor.
 *
 * @internal
 */
export const LintAnswer = ({
  text,
  lint,
  onExample,
  onGo,
  onApply,
  onApplyAll,
}: {
  text: string;
  lint: Lint;
  onExample: (shared: SharedText) => void;
  onGo: (finding: LintFinding) => void;
  onApply: (finding: LintFinding) => void;
  onApplyAll: (text: string) => void;
}) => {
  const { report, current, error, tooLarge, retry } = lint;
  if (text.trim() === '') {
    return <Empty onExample={onExample} />;
  }
  if (tooLarge) {
    return <TooLarge />;
  }
  return (
    <div>
      {error && <FailureNotice error={error} subject="lint" onRetry={retry} />}
      {!report && !error && (
        <LinesSkeleton label="Checking" widths={['40%', '100%', '100%']} />
      )}
      {report && (
        <FindingsPane
          report={report}
          stale={!current}
          onGo={onGo}
          onApply={onApply}
          onApplyAll={onApplyAll}
        />
      )}
      {report && current && report.corrected !== null && (
        <CorrectedText before={text} after={report.corrected} />
      )}
    </div>
  );
};
