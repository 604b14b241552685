import { Button } from '@material-ui/core';
import {
  GateChange,
  GateEnvironmentStatus,
  GateLogRow,
} from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { useAddress } from '../../hooks/useAddress';
import { Panel, usePanelStyles } from '../Panel';
import { changeOf, ImpactDraft, isChangeKind } from './impactChange';
import { ImpactForm } from './ImpactForm';
import { ImpactResult } from './ImpactResult';

const CLEARED = { change: null, target: null, charts: null };

function draftOf(params: URLSearchParams): ImpactDraft {
  const kind = params.get('change');
  return {
    kind: isChangeKind(kind) ? kind : 'enforcement',
    target: params.get('target') ?? '',
    charts: params.get('charts') ?? '',
    text: '',
  };
}

/**
 * Asks what a change would block before it is made. What is asked stands in the address; a policy that was pasted does not.
 *
 * @internal
 */
export const ImpactPanel = ({
  environments,
  rows,
}: {
  environments: GateEnvironmentStatus[];
  /** Decisions, whose charts are offered by name. */
  rows: GateLogRow[];
}) => {
  const classes = usePanelStyles();
  const { params, select } = useAddress();
  const linked = params.has('change');
  const [open, setOpen] = useState(linked);
  const [asked, setAsked] = useState<GateChange | null>(() =>
    linked ? changeOf(draftOf(params)) : null,
  );
  const ask = (draft: ImpactDraft) => {
    const change = changeOf(draft);
    setAsked(change);
    select(
      draft.kind === 'policy-text'
        ? CLEARED
        : {
            change: draft.kind,
            target: draft.target.trim(),
            charts: draft.charts.trim(),
          },
      { replace: true },
    );
  };
  return (
    <Panel
      title="What would this block?"
      aside={
        <>
          <Button
            size="small"
            aria-expanded={open}
            onClick={() => setOpen(before => !before)}
          >
            {open ? 'Hide ▾' : 'Try a change ▸'}
          </Button>
          <span className={classes.aside}>
            Nothing is changed by asking. For operators.
          </span>
        </>
      }
    >
      {open && (
        <>
          <ImpactForm
            initial={draftOf(params)}
            environments={environments}
            rows={rows}
            onAsk={ask}
          />
          {asked && <ImpactResult key={JSON.stringify(asked)} change={asked} />}
        </>
      )}
    </Panel>
  );
};
