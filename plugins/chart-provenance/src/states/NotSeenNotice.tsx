import { Button } from '@material-ui/core';
import { Notice } from './Notice';

/**
 * The index has not come across the entity yet: no statement about its charts is possible.
 *
 * @internal
 */
export const NotSeenNotice = ({ onReload }: { onReload: () => void }) => (
  <Notice
    severity="info"
    title="The chart index has not read this entity yet"
    next="Come back in a few minutes. If it stays, ask your platform team to look at the index status."
    action={
      <Button size="small" onClick={onReload}>
        Look again
      </Button>
    }
  >
    The catalog is read at intervals. Until then nothing is known about this
    entity's charts.
  </Notice>
);
