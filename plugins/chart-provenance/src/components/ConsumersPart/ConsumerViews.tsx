import { Button } from '@material-ui/core';
import {
  ChartSummary,
  ConsumerList,
  ConsumerRow,
} from 'backstage-plugin-chart-provenance-common';
import { useCallback, useMemo, useRef } from 'react';
import { filterConsumers, NO_ENVIRONMENT } from '../../hooks/filterConsumers';
import { useFilterText } from '../../hooks/useFilterText';
import { useFocusOnClose } from '../../hooks/useFocusOnClose';
import { Selection } from '../../hooks/useSelection';
import { Notice } from '../../states';
import { ConsumerDrawer } from './ConsumerDrawer';
import { ConsumerTable } from './ConsumerTable';
import { ConsumerToolbar } from './ConsumerToolbar';
import { ConsumerTree } from './ConsumerTree';
import { groupConsumers } from './groupConsumers';

/**
 * The consumers, filtered as the address bar says, as a table or a tree, with the drawer of the one that is open.
 *
 * @internal
 */
export const ConsumerViews = ({
  chart,
  list,
  selection,
}: {
  chart: ChartSummary;
  list: ConsumerList;
  selection: Selection;
}) => {
  const { environment, pin, from, runs } = selection;
  const { consumer, view, search, select } = selection;
  const [text, setText] = useFilterText(selection);
  const rows = useMemo(
    () => filterConsumers(list.items, { text, environment, pin, from, runs }),
    [list.items, text, environment, pin, from, runs],
  );
  const environments = useMemo(
    () => environmentsOf(list, environment),
    [list, environment],
  );
  const lines = useMemo(
    () => groupConsumers(rows, list.environments),
    [rows, list.environments],
  );
  const tableRef = useRef<HTMLDivElement>(null);
  useFocusOnClose(consumer, tableRef);
  const searchFor = useCallback(
    (id: string) => search({ consumer: id }),
    [search],
  );
  const openConsumer = useCallback(
    (id: string) => select({ consumer: id }),
    [select],
  );
  return (
    <>
      <ConsumerToolbar
        selection={selection}
        environments={environments}
        pins={[...new Set(list.items.map(row => row.pin))]}
        text={text}
        onText={setText}
        shown={shownWords(rows, list)}
      />
      {rows.length === 0 && (
        <Notice
          severity="info"
          title="No consumer matches"
          next="Widen the filters."
          action={
            <Button
              size="small"
              onClick={() => {
                setText('');
                select({
                  filter: null,
                  environment: null,
                  pin: null,
                  from: null,
                  runs: null,
                });
              }}
            >
              Clear filters
            </Button>
          }
        >
          {list.items.length} can be shown; the filters leave none.
        </Notice>
      )}
      {rows.length > 0 && view === 'list' && (
        <ConsumerTable
          lines={lines}
          open={consumer}
          focusRef={tableRef}
          searchFor={searchFor}
          onOpen={openConsumer}
        />
      )}
      {rows.length > 0 && view === 'tree' && (
        <ConsumerTree
          chartName={chart.name}
          rows={rows}
          environments={environments}
          searchFor={searchFor}
        />
      )}
      <ConsumerDrawer
        consumer={consumer}
        chart={chart}
        row={list.items.find(row => row.id === consumer)}
        onClose={() => select({ consumer: null })}
      />
    </>
  );
};

/** Environments there are consumers in, in the operator's order; the chosen one even if there are none. */
function environmentsOf(
  { items, environments }: ConsumerList,
  chosen: string | null,
): (string | null)[] {
  const used = new Set(items.map(row => row.environment));
  if (chosen && chosen !== NO_ENVIRONMENT) {
    used.add(chosen);
  }
  const named = [...used].filter((name): name is string => name !== null);
  return [
    ...environments.filter(name => used.has(name)),
    ...named.filter(name => !environments.includes(name)).sort(),
    ...(used.has(null) || chosen === NO_ENVIRONMENT ? [null] : []),
  ];
}

function shownWords(rows: ConsumerRow[], { items, summary }: ConsumerList) {
  const left = summary.total - summary.hidden - items.length;
  return `${rows.length} of ${items.length} consumers${
    left > 0 ? `; ${left} more are too many to list` : ''
  }`;
}
