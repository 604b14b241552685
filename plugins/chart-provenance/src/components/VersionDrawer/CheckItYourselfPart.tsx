import { VersionDetail } from 'backstage-plugin-chart-provenance-common';
import { CommandText } from '../atoms';
import { DrawerPart } from './DrawerPart';

/**
 * Commands that come to the same verdict without this page.
 *
 * @internal
 */
export const CheckItYourselfPart = ({
  commands,
}: Pick<VersionDetail, 'commands'>) => (
  <DrawerPart title="Check it yourself">
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
