import { MigrationState } from 'backstage-plugin-chart-provenance-common';
import { CommandText } from '../atoms';
import { Panel, usePanelStyles } from '../Panel';

/**
 * How to go back from where the migration is now.
 *
 * @internal
 */
export const RollbackPanel = ({
  rollback,
}: Pick<MigrationState, 'rollback'>) => {
  const classes = usePanelStyles();
  const { summary, steps, commands, caution } = rollback;
  return (
    <Panel title="Roll back">
      <div className={classes.small}>
        <bdi>{summary}</bdi>
        {steps.length > 0 && (
          <ol>
            {steps.map(step => (
              <li key={step}>
                <bdi>{step}</bdi>
              </li>
            ))}
          </ol>
        )}
        {commands.map(({ title, command }) => (
          <div key={title}>
            <bdi>{title}</bdi>
            <CommandText label={title} text={command} />
          </div>
        ))}
        {caution && (
          <div>
            <strong>Look out:</strong> <bdi>{caution}</bdi>
          </div>
        )}
      </div>
    </Panel>
  );
};
