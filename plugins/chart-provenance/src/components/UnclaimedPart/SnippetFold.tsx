import { Button } from '@material-ui/core';
import { useState } from 'react';
import { CommandText } from '../atoms';

/**
 * What the operator can write to give one chart to an owner, folded.
 *
 * @internal
 */
export const SnippetFold = ({
  reference,
  snippet,
}: {
  reference: string;
  snippet: string;
}) => {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button
        size="small"
        aria-expanded={open}
        aria-label={`Configuration for ${reference}`}
        onClick={() => setOpen(!open)}
      >
        Configuration {open ? '▾' : '▸'}
      </Button>
      {open && (
        <CommandText label={`configuration for ${reference}`} text={snippet} />
      )}
    </div>
  );
};
