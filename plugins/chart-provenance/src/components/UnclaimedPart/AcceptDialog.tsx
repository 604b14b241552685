import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
} from '@material-ui/core';
import { Action } from '../../hooks/useAction';
import { FailureNotice } from '../../states';
import { ChosenOwner } from './useChosenOwners';

/**
 * Names what will be written, and asks before it is.
 *
 * @internal
 */
export const AcceptDialog = ({
  open,
  mappings,
  action,
  onAccept,
  onClose,
}: {
  open: boolean;
  mappings: ChosenOwner[];
  action: Action<[]>;
  onAccept: () => void;
  onClose: () => void;
}) => (
  <Dialog
    open={open}
    onClose={onClose}
    aria-labelledby="accept-owners-title"
    maxWidth="md"
  >
    <DialogTitle id="accept-owners-title">
      Accept {mappings.length === 1 ? 'this owner' : 'these owners'}?
    </DialogTitle>
    <DialogContent>
      <p>
        It is written as the operator's word, under your name, and counts before
        any annotation. What the owner's policies say then decides; no verdict
        comes from this.
      </p>
      <ul>
        {mappings.map(({ chart, entityRef }) => (
          <li key={chart.id}>
            <code>
              <bdi>{chart.reference}</bdi>
            </code>{' '}
            belongs to <code>{entityRef}</code>
          </li>
        ))}
      </ul>
      {action.error && (
        <FailureNotice
          error={action.error}
          subject="mappings"
          onRetry={onAccept}
        />
      )}
    </DialogContent>
    <DialogActions>
      <Button onClick={onClose} disabled={action.busy}>
        Cancel
      </Button>
      <Button color="primary" onClick={onAccept} disabled={action.busy}>
        Accept
      </Button>
    </DialogActions>
  </Dialog>
);
