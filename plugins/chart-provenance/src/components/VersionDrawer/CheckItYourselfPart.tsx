import { Typography } from '@material-ui/core';
import { VersionDetail } from 'backstage-plugin-chart-provenance-common';
import { CommandText } from '../atoms';
import { DrawerPart } from './DrawerPart';

/**
 * Commands that come to the same verdict without this page, after what to know before running them.
 *
 * @internal
 */
export const CheckItYourselfPart = ({
  commands,
  notes,
}: Pick<VersionDetail, 'commands'> & {
  /** None from a backend that is older than this page. */
  notes: VersionDetail['commandNotes'] | undefined;
}) => (
  <DrawerPart id="check" title="Check it yourself">
    {notes?.map(note => (
      <Typography key={note} variant="body2" color="textSecondary" gutterBottom>
        {note}
      </Typography>
    ))}
    {commands.length === 0
      ? 'There is nothing to check by command for this version.'
      : commands.map(({ title, command }) => (
          <div key={title}>
            {title}
            <CommandText text={command} label={`command: ${title}`} />
          </div>
        ))}
  </DrawerPart>
);
