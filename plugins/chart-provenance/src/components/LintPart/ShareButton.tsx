import { Button, makeStyles } from '@material-ui/core';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { SharedText, writeFragment } from './sharedText';

const useStyles = makeStyles(theme => ({
  note: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

type Outcome = 'asked' | 'tooLong';

const WORDS: Record<Outcome, string> = {
  asked:
    'Link copied. The text is in the link itself, and on no server: whoever has the link has the text.',
  tooLong: 'The text is too long for a link. Share the file instead.',
};

/**
 * Copies a link that carries the text behind its `#`. The address bar is left alone: what stands there may be recorded.
 *
 * @internal
 */
export const ShareButton = ({ shared }: { shared: SharedText }) => {
  const classes = useStyles();
  const [{ error }, copy] = useCopyToClipboard();
  const [outcome, setOutcome] = useState<{ of: string; is: Outcome }>();
  const share = async () => {
    const fragment = await writeFragment(shared);
    if (fragment === null) {
      setOutcome({ of: shared.text, is: 'tooLong' });
      return;
    }
    const { origin, pathname } = window.location;
    copy(`${origin}${pathname}#${fragment}`);
    setOutcome({ of: shared.text, is: 'asked' });
  };
  return (
    <>
      <Button size="small" disabled={!shared.text} onClick={share}>
        Copy link
      </Button>
      <span className={classes.note} role="status">
        {outcome?.of === shared.text &&
          (outcome.is === 'asked' && error
            ? 'The browser did not allow copying.'
            : WORDS[outcome.is])}
      </span>
    </>
  );
};
