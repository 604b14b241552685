import { OfflineNote } from 'backstage-plugin-chart-provenance-common';
import { Digest, RelativeTime } from '../atoms';

/**
 * A decision that was made elsewhere and told later: whose word it is, and by which rules.
 *
 * @internal
 */
export const OfflineFact = ({ note }: { note: OfflineNote }) => (
  <>
    by the word of whoever told it, not by this backend; the policy file{' '}
    <Digest digest={note.policyFile} /> was written{' '}
    <RelativeTime at={note.policyIssuedAt} />
    {note.reportedAt && (
      <>
        , and it was told <RelativeTime at={note.reportedAt} />
      </>
    )}
  </>
);
