import { MigrationState } from 'backstage-plugin-chart-provenance-common';
import { CHECK_GROUPS } from '../../format/migrationWords';
import { Migration } from '../../hooks/useMigration';
import { Panel, usePanelStyles } from '../Panel';
import { CheckLine } from './CheckLine';
import { ManualLine } from './ManualLine';
import { useLineStyles } from './useLineStyles';

/**
 * The checks and what only people can say, in the order of the work.
 *
 * @internal
 */
export const CheckGroups = ({
  state,
  signOff,
}: {
  state: MigrationState;
} & Pick<Migration, 'signOff'>) => {
  const classes = useLineStyles();
  const panel = usePanelStyles();
  const firstWith = firstByAction(state.checks);
  return (
    <>
      {CHECK_GROUPS.map(([group, title]) => {
        const checks = state.checks.filter(check => check.group === group);
        const manual = state.manual.filter(item => item.group === group);
        return checks.length + manual.length === 0 ? null : (
          <Panel
            key={group}
            title={title}
            aside={
              <span className={panel.aside}>{passedWords(checks, manual)}</span>
            }
          >
            <ul className={classes.list}>
              {checks.map(check => (
                <CheckLine
                  key={check.id}
                  check={check}
                  chartId={state.chartId}
                  sameAs={sameAs(check, firstWith)}
                />
              ))}
              {manual.map(item => (
                <ManualLine
                  key={item.id}
                  item={item}
                  maySignOff={state.may.signOff}
                  signOff={signOff}
                />
              ))}
            </ul>
          </Panel>
        );
      })}
    </>
  );
};

type Check = MigrationState['checks'][number];

/** The first check, in the order of the page, that asks somebody for something. */
function firstByAction(checks: readonly Check[]): Map<string, Check> {
  const ordered = CHECK_GROUPS.flatMap(([group]) =>
    checks.filter(check => check.group === group),
  );
  const first = new Map<string, Check>();
  for (const check of ordered) {
    const key = actionKey(check);
    if (!first.has(key)) {
      first.set(key, check);
    }
  }
  return first;
}

function sameAs(check: Check, first: Map<string, Check>): Check | undefined {
  const said = first.get(actionKey(check));
  return said === check ? undefined : said;
}

function actionKey({ responsible, nextAction }: Check): string {
  return JSON.stringify([responsible, nextAction]);
}

/** What does not apply counts on neither side. */
function passedWords(
  checks: MigrationState['checks'],
  manual: MigrationState['manual'],
): string {
  const statuses = [...checks, ...manual]
    .map(({ status }) => status)
    .filter(status => status !== 'notApplicable');
  const passed = statuses.filter(s => s === 'pass' || s === 'done').length;
  return statuses.length === 0
    ? 'none applies'
    : `${passed} of ${statuses.length} done`;
}
