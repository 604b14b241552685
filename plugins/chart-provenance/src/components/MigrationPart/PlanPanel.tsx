import { Button } from '@material-ui/core';
import {
  MigrationState,
  RecordedPlan,
} from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { dayText } from '../../format/dayText';
import { Migration } from '../../hooks/useMigration';
import { EntityName, RelativeTime } from '../atoms';
import { Panel, usePanelStyles } from '../Panel';
import { FactList } from '../VersionDrawer/FactList';
import { PlanForm } from './PlanForm';
import { PLAN_DAYS } from './planProblems';

const NOT_ALLOWED =
  'You may not set the plan: ask your platform team for chart-provenance.migration.plan on this entity';

const PlanFacts = ({ plan }: { plan: RecordedPlan }) => {
  const classes = usePanelStyles();
  return (
    <div className={classes.small}>
      <FactList
        facts={[
          ...PLAN_DAYS.map(([field, words]): [string, string] => {
            const day = plan[field];
            return [words, day ? dayText(day) : 'not decided'];
          }),
          ['Note', plan.note ? <bdi>{plan.note}</bdi> : null],
          [
            'Recorded',
            <>
              by <EntityName entityRef={plan.by} />{' '}
              <RelativeTime at={plan.at} />; earlier plans stay on record
            </>,
          ],
        ]}
      />
    </div>
  );
};

/**
 * The owner's dates, and the form to set them.
 *
 * @internal
 */
export const PlanPanel = ({
  state,
  setPlan,
}: { state: MigrationState } & Pick<Migration, 'setPlan'>) => {
  const classes = usePanelStyles();
  const [open, setOpen] = useState(false);
  const { plan, may } = state;
  const words = plan ? 'Change the plan' : 'Set a plan';
  return (
    <Panel
      title="Plan"
      aside={
        !open && (
          <>
            <span title={may.plan ? undefined : NOT_ALLOWED}>
              <Button
                size="small"
                disabled={!may.plan}
                aria-label={may.plan ? words : `${words}: ${NOT_ALLOWED}`}
                onClick={() => setOpen(true)}
              >
                {words}
              </Button>
            </span>
            {!may.plan && (
              <span className={classes.aside}>no permission to plan</span>
            )}
          </>
        )
      }
    >
      {open && (
        <PlanForm
          plan={plan}
          setPlan={setPlan}
          onClose={() => setOpen(false)}
        />
      )}
      {!open &&
        (plan ? (
          <PlanFacts plan={plan} />
        ) : (
          <span className={classes.aside}>
            No days are set. Without them nobody can say what is late.
          </span>
        ))}
    </Panel>
  );
};
