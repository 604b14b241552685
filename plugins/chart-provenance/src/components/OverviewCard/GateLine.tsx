import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike } from '@backstage/errors';
import { Button } from '@material-ui/core';
import { ChartKey, chartProvenanceApiRef } from '../../api';
import { blockingWords } from '../../format/gateWords';
import { useLoad } from '../../hooks/useLoad';
import { useCardStyles } from './useCardStyles';

/** An older backend, or a reader who may not ask: for them there is no gate to tell of. */
const NOT_FOR_THE_READER: readonly unknown[] = [403, 404];

function worthTelling({ statusCode }: ErrorLike): boolean {
  return !NOT_FOR_THE_READER.includes(statusCode);
}

/**
 * Whether the gate stops deploys of a chart, and from when on. Nothing where no environment is configured.
 *
 * @internal
 */
export const GateLine = ({
  entityRef,
  chartId,
  href,
}: ChartKey & {
  /** Of the Adopt part, where the gate can be asked. */
  href: string;
}) => {
  const classes = useCardStyles();
  const api = useApi(chartProvenanceApiRef);
  const { value, error, reload } = useLoad(`${entityRef} ${chartId}`, signal =>
    api.getChartGate({ entityRef, chartId }, { signal }),
  );
  if (error && !value) {
    return worthTelling(error) ? (
      <div className={`${classes.line} ${classes.quiet}`}>
        Whether deploys are blocked could not be told.{' '}
        <Button size="small" onClick={reload}>
          Try again
        </Button>
      </div>
    ) : null;
  }
  const words = blockingWords(value ?? []);
  return words ? (
    <div className={classes.line}>
      <Link
        to={href}
        title="It stops pipelines that ask it about a version that breaks the rules. What runs already, and who does not ask, it does not stop."
      >
        <bdi>{words}</bdi>
      </Link>
    </div>
  ) : null;
};
