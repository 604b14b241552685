import { makeStyles } from '@material-ui/core';
import { useRef } from 'react';
import { usePanelStyles } from '../Panel';
import { corrected } from './lintWords';
import { goToRange } from './goToRange';
import { LintAnswer } from './LintAnswer';
import { LintToolbar } from './LintToolbar';
import { NotOpenedNotice } from './NotOpenedNotice';
import { TextEditor } from './TextEditor';
import { useLint } from './useLint';
import { useLintText } from './useLintText';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  lead: {
    margin: theme.spacing(0, 0, 1),
    color: theme.palette.text.secondary,
    fontSize: '0.875rem',
  },
}));

const NONE: never[] = [];

/**
 * The reference checker: an editor, and beside it what is wrong and how to mend it, while one types.
 *
 * @internal
 */
export const LintPart = () => {
  const classes = useStyles();
  const panel = usePanelStyles();
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const { shared, problem, setText, setFilename, open, load } = useLintText();
  const lint = useLint(shared.text, shared.filename);
  return (
    <main aria-labelledby="reference-checker">
      <div className={panel.heading}>
        <h2 id="reference-checker" className={panel.title}>
          Reference checker
        </h2>
      </div>
      <p className={classes.lead}>
        Looks for mistakes in how charts are named, pushed, signed and pulled.
        The text is checked by the backend; it is neither kept nor logged.
      </p>
      <LintToolbar
        shared={shared}
        onFilename={setFilename}
        onFile={open}
        onClear={() => load({ text: '', filename: '' })}
      />
      {problem && <NotOpenedNotice problem={problem} />}
      <div className={classes.columns}>
        <TextEditor
          text={shared.text}
          findings={lint.current ? lint.report?.findings ?? NONE : NONE}
          areaRef={areaRef}
          onText={setText}
          onFile={open}
        />
        <LintAnswer
          text={shared.text}
          lint={lint}
          onExample={load}
          onGo={finding => goToRange(areaRef.current, finding)}
          onApply={finding => setText(corrected(shared.text, finding))}
          onApplyAll={setText}
        />
      </div>
    </main>
  );
};
