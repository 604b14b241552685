import { Button, makeStyles } from '@material-ui/core';
import {
  LintFinding,
  LintReport,
} from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { countWords } from '../../format/countWords';
import { Notice } from '../../states';
import { FindingItem } from './FindingItem';
import { KIND_WORD } from './lintWords';

/** Five hundred at once would make typing slow. */
const STEP = 50;

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    minHeight: 32,
    fontSize: '0.875rem',
  },
  quiet: { color: theme.palette.text.secondary },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    maxHeight: 'min(64vh, 640px)',
    overflow: 'auto',
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
}));

const Clean = ({ report }: { report: LintReport }) => (
  <Notice
    severity="info"
    title={
      report.unread.length > 0
        ? 'Nothing was found in what could be read'
        : 'Nothing was found'
    }
    next={
      report.kind === 'unknown'
        ? 'If it is a file of a kind that is listed above, choose the kind.'
        : 'Nothing.'
    }
  >
    It was read as {KIND_WORD[report.kind] ?? report.kind}. The checker looks at
    references to charts and what surrounds them, and at nothing else.
  </Notice>
);

const Unread = ({ unread }: Pick<LintReport, 'unread'>) => (
  <Notice
    severity="warning"
    title="Part of the text could not be read"
    next="Correct it, or paste that part alone: nothing was found there because nobody looked."
  >
    {unread.map(sentence => (
      <div key={sentence}>
        <bdi>{sentence}</bdi>
      </div>
    ))}
  </Notice>
);

/**
 * What was found in the text, in its order.
 *
 * @internal
 */
export const FindingsPane = ({
  report,
  stale,
  onGo,
  onApply,
  onApplyAll,
}: {
  report: LintReport;
  /** It is that of a text before. */
  stale: boolean;
  onGo: (finding: LintFinding) => void;
  onApply: (finding: LintFinding) => void;
  onApplyAll: (text: string) => void;
}) => {
  const classes = useStyles();
  const [shown, setShown] = useState(STEP);
  const { findings, corrected, cut, unread, kind } = report;
  return (
    <>
      {unread.length > 0 && <Unread unread={unread} />}
      {findings.length === 0 ? (
        <Clean report={report} />
      ) : (
        <>
          <div className={classes.head} role="status">
            <strong>
              {cut ? 'More than ' : ''}
              {countWords(findings.length, 'finding')}
            </strong>
            <span className={classes.quiet}>
              read as {KIND_WORD[kind] ?? kind}
              {stale && ', checking again'}
            </span>
            {corrected !== null && (
              <Button
                size="small"
                disabled={stale}
                onClick={() => onApplyAll(corrected)}
              >
                Apply all
              </Button>
            )}
          </div>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is to be reached by keyboard */}
          <ul className={classes.list} aria-label="Findings" tabIndex={0}>
            {findings.slice(0, shown).map((finding, index) => (
              <FindingItem
                key={`${finding.rule} ${finding.start.offset} ${index}`}
                finding={finding}
                stale={stale}
                onGo={() => onGo(finding)}
                onApply={() => onApply(finding)}
              />
            ))}
          </ul>
          {findings.length > shown && (
            <Button size="small" onClick={() => setShown(shown + STEP)}>
              Show more ({shown} of {findings.length})
            </Button>
          )}
        </>
      )}
    </>
  );
};
