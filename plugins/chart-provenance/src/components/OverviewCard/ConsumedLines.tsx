import { Link } from '@backstage/core-components';
import { ConsumedChart } from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { clusterWords, linesOfUse } from '../../format/linesOfUse';
import { verdictSeverity } from '../../format/verdictSeverity';
import { useTabHref } from '../../hooks/useTabHref';
import { EntityName } from '../atoms';
import { BriefShield } from '../VerdictShield';
import { useCardStyles } from './useCardStyles';

/** The card is a summary; the tab lists them all. */
const MAX_CHARTS = 4;

const OwnerAside = ({ used }: { used: ConsumedChart }) => {
  const owner = used.ownerTeam ?? used.ownerRef;
  return owner ? (
    <>
      {' ('}
      <EntityName entityRef={owner} />)
    </>
  ) : null;
};

/** Nothing says that it runs: what is asked for, and where. */
const Asked = ({ used, href }: { used: ConsumedChart; href: string }) => {
  const classes = useCardStyles();
  const deploys = used.items.some(({ form }) => form !== 'chart-dependency');
  const wants = [
    ...new Set(used.items.flatMap(({ wants: { version } }) => version ?? [])),
  ].join(', ');
  return (
    <div className={classes.line}>
      <span>
        {deploys ? 'Asks for ' : 'Depends on '}
        <Link to={href}>
          <bdi>{`${used.name} ${wants}`.trim()}</bdi>
        </Link>
        <OwnerAside used={used} />
        {deploys && (
          <span className={classes.quiet}>; nothing says what runs</span>
        )}
      </span>
    </div>
  );
};

const ConsumedChartLines = ({
  used,
  href,
}: {
  used: ConsumedChart;
  href: string;
}) => {
  const classes = useCardStyles();
  const lines = linesOfUse(used.items, 'everything');
  if (lines.length === 0) {
    return <Asked used={used} href={href} />;
  }
  return (
    <>
      {lines.map((line, index) => (
        <div key={index} className={classes.line}>
          <span>
            Deploys{' '}
            <Link to={href}>
              <bdi>
                {used.name} {line.version ?? '(version not recorded)'}
              </bdi>
            </Link>
            <OwnerAside used={used} /> {clusterWords(line)}:
          </span>
          <BriefShield
            verdict={line.verdict}
            note={line.note}
            version={line.version}
          />
        </div>
      ))}
    </>
  );
};

/**
 * The charts of others that the entity uses, the worst first: what runs of each, and what that is worth.
 *
 * @internal
 */
export const ConsumedLines = ({
  entityRef,
  consumes,
}: {
  entityRef: string;
  consumes: ConsumedChart[];
}) => {
  const classes = useCardStyles();
  const tabHref = useTabHref(entityRef);
  const href = tabHref({}, 'consumers');
  const more = consumes.length - MAX_CHARTS;
  return (
    <div className={classes.root}>
      {worstChartsFirst(consumes)
        .slice(0, MAX_CHARTS)
        .map(used => (
          <ConsumedChartLines key={used.chart} used={used} href={href} />
        ))}
      {more > 0 && (
        <div className={classes.line}>
          <Link to={href}>Uses {countWords(more, 'more chart')}</Link>
        </div>
      )}
    </div>
  );
};

function worstChartsFirst(consumes: readonly ConsumedChart[]): ConsumedChart[] {
  const severityOf = ({ items }: ConsumedChart) =>
    Math.min(
      ...items.flatMap(({ runs }) =>
        runs ? verdictSeverity(runs.verdict) : [],
      ),
    );
  return [...consumes].sort((a, b) => {
    const [first, second] = [severityOf(a), severityOf(b)];
    return first === second ? 0 : first - second;
  });
}
