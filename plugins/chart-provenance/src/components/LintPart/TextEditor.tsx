import { makeStyles } from '@material-ui/core';
import { LintFinding } from 'backstage-plugin-chart-provenance-common';
import { DragEvent, RefObject, useMemo, useRef } from 'react';

const HEIGHT = 'min(64vh, 640px)';

const useStyles = makeStyles(theme => {
  const text = {
    margin: 0,
    padding: theme.spacing(1),
    fontFamily: 'monospace',
    fontSize: '0.8125rem',
    lineHeight: '20px',
    whiteSpace: 'pre' as const,
  };
  return {
    root: {
      display: 'flex',
      height: HEIGHT,
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflow: 'hidden',
      '&:focus-within': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    gutter: {
      ...text,
      flexShrink: 0,
      overflow: 'hidden',
      userSelect: 'none',
      textAlign: 'right',
      color: theme.palette.text.secondary,
      borderRight: `1px solid ${theme.palette.divider}`,
      boxSizing: 'border-box',
    },
    area: {
      ...text,
      flex: 1,
      minWidth: 0,
      border: 0,
      outline: 'none',
      resize: 'none',
      overflow: 'auto',
      tabSize: 4,
      color: theme.palette.text.primary,
      background: 'transparent',
      boxSizing: 'border-box',
    },
  };
});

const MARK: Record<LintFinding['severity'], string> = {
  error: '✖ ',
  warning: '! ',
  info: 'i ',
};

/** Line numbers as one text, so that a hundred thousand of them cost nothing; the worst finding of a line marks it. */
function gutterText(lines: number, findings: readonly LintFinding[]): string {
  const marks = new Map<number, string>();
  for (const severity of ['info', 'warning', 'error'] as const) {
    for (const finding of findings) {
      if (finding.severity === severity) {
        marks.set(finding.start.line, MARK[severity]);
      }
    }
  }
  return Array.from(
    { length: lines },
    (_, index) => `${marks.get(index + 1) ?? ''}${index + 1}`,
  ).join('\n');
}

/**
 * A plain text box with line numbers. A file can be dropped on it; a text that is dropped goes where the browser puts it.
 *
 * @internal
 */
export const TextEditor = ({
  text,
  findings,
  areaRef,
  onText,
  onFile,
}: {
  text: string;
  /** Of this very text. */
  findings: readonly LintFinding[];
  areaRef: RefObject<HTMLTextAreaElement>;
  onText: (text: string) => void;
  onFile: (file: File) => void;
}) => {
  const classes = useStyles();
  const gutterRef = useRef<HTMLPreElement>(null);
  const lines = useMemo(() => text.split('\n').length, [text]);
  const gutter = useMemo(() => gutterText(lines, findings), [lines, findings]);
  const handleDrop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (file) {
      event.preventDefault();
      onFile(file);
    }
  };
  return (
    <div className={classes.root} onDrop={handleDrop}>
      <pre ref={gutterRef} className={classes.gutter} aria-hidden="true">
        {gutter}
      </pre>
      <textarea
        ref={areaRef}
        className={classes.area}
        aria-label="Text to check"
        value={text}
        placeholder="Paste a reference, a command, a manifest, a Chart.yaml or a pipeline; or drop a file here."
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        onChange={event => onText(event.target.value)}
        onScroll={event => {
          if (gutterRef.current) {
            gutterRef.current.scrollTop = event.currentTarget.scrollTop;
          }
        }}
      />
    </div>
  );
};
