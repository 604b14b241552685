import { useApi } from '@backstage/core-plugin-api';
import { Button, makeStyles } from '@material-ui/core';
import {
  GateDecision,
  GateEnvironmentStatus,
} from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { ChartKey, chartProvenanceApiRef } from '../../api';
import { enforcedWords } from '../../format/gateWords';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { FailureNotice, LinesSkeleton } from '../../states';
import { Choice } from '../SbomPart/Choice';
import { GateAnswer } from './GateAnswer';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(2, 0),
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: '0.875rem',
  },
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

type Question = { reference: string; version: string };

const Ask = ({
  reference,
  version,
  environments,
}: Question & { environments: GateEnvironmentStatus[] }) => {
  const classes = useStyles();
  const api = useApi(chartProvenanceApiRef);
  const [environment, setEnvironment] = useState('');
  const [answered, setAnswered] = useState<{
    question: string;
    decision: GateDecision;
  }>();
  const question = JSON.stringify([reference, environment]);
  const action = useAction(async () => {
    const decision = await api.checkGate({
      reference,
      ...(environment && { environment }),
    });
    setAnswered({ question, decision });
  });
  // An answer is never shown under another question than its own.
  const own = answered?.question === question ? answered : undefined;
  return (
    <>
      <div className={classes.form}>
        <Choice
          label="Environment"
          chosen={environment}
          options={[
            ['', 'no environment: the rules for all'],
            ...environments.map((one): [string, string] => [
              one.name,
              `${one.name} (${enforcedWords(one)})`,
            ]),
          ]}
          onChoose={chosen => setEnvironment(chosen ?? '')}
        />
        <Button
          size="small"
          variant="outlined"
          disabled={action.busy}
          onClick={() => action.run()}
        >
          <span>
            Ask for <bdi>{version}</bdi>
          </span>
        </Button>
        <span className={classes.quiet}>
          A dry run: what a person asks is written to the log and blocks
          nothing.
        </span>
      </div>
      {action.error && (
        <FailureNotice
          error={action.error}
          subject="gate"
          onRetry={() => action.run()}
        />
      )}
      <div role="status">{own && <GateAnswer decision={own.decision} />}</div>
    </>
  );
};

const Opened = ({ chart, ...question }: Question & { chart: ChartKey }) => {
  const api = useApi(chartProvenanceApiRef);
  const { value, error, reload } = useLoad(
    `${chart.entityRef} ${chart.chartId}`,
    signal => api.getChartGate(chart, { signal }),
  );
  if (!value && !error) {
    return <LinesSkeleton label="Loading environments" widths={['50%']} />;
  }
  return (
    <>
      {error && (
        <FailureNotice error={error} subject="chartGate" onRetry={reload} />
      )}
      {value && <Ask {...question} environments={value} />}
    </>
  );
};

/**
 * Asks the gate about one version, when somebody wants to know: nothing is asked before.
 *
 * @internal
 */
export const TryGate = (
  props: Question & {
    chart: ChartKey;
  },
) => {
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <section className={classes.root} aria-label="What would the gate say?">
      <Button
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(before => !before)}
      >
        What would the gate say? {open ? '▾' : '▸'}
      </Button>
      {open && <Opened {...props} />}
    </section>
  );
};
