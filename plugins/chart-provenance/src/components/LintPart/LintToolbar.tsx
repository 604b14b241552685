import { Button, makeStyles } from '@material-ui/core';
import { ChangeEvent, useRef } from 'react';
import { Choice } from '../SbomPart/Choice';
import { FILENAMES } from './examples';
import { ShareButton } from './ShareButton';
import { SharedText } from './sharedText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginBottom: theme.spacing(1),
    fontSize: '0.875rem',
  },
}));

/** The kinds, and the file that was opened when it is none of those. */
function options(filename: string): [string, string][] {
  const known = FILENAMES.some(([name]) => name === filename);
  return [
    ...FILENAMES.map(([name, words]): [string, string] => [name, words]),
    ...(known ? [] : [[filename, filename] as [string, string]]),
  ];
}

/**
 * What kind of file it is, where it comes from, and how it is sent to a colleague.
 *
 * @internal
 */
export const LintToolbar = ({
  shared,
  onFilename,
  onFile,
  onClear,
}: {
  shared: SharedText;
  onFilename: (filename: string) => void;
  onFile: (file: File) => void;
  onClear: () => void;
}) => {
  const classes = useStyles();
  const inputRef = useRef<HTMLInputElement>(null);
  const handleFile = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) {
      onFile(file);
    }
    // So that the same file can be opened again after it was changed.
    event.target.value = '';
  };
  return (
    <div className={classes.root}>
      <Choice
        label="Kind of file"
        narrow
        chosen={shared.filename}
        options={options(shared.filename)}
        onChoose={filename => onFilename(filename ?? '')}
      />
      <input
        ref={inputRef}
        type="file"
        hidden
        aria-label="File to check"
        onChange={handleFile}
      />
      <Button size="small" onClick={() => inputRef.current?.click()}>
        Open a file
      </Button>
      <Button size="small" disabled={!shared.text} onClick={onClear}>
        Clear
      </Button>
      <ShareButton shared={shared} />
    </div>
  );
};
