import { useApi } from '@backstage/core-plugin-api';
import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import InputLabel from '@material-ui/core/InputLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import {
  ChartSummary,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { chartProvenanceApiRef } from '../api';
import { VERDICT_WORD } from '../format/verdictWord';
import { useLoad } from '../hooks/useLoad';
import { backendMessage } from '../format/backendMessage';

const MAX_VERSIONS = 50;

/**
 * What the field gives: a chart of a component, and a version of it.
 *
 * @public
 */
export interface ChosenChart {
  /** e.g. `component:default/payments` */
  entityRef: string;
  /** `oci://host/path/name` */
  chart: string;
  /** The chart's own version; absent where only a chart is asked for. */
  version?: string;
  /** Of its manifest. */
  digest?: string;
}

/**
 * Choices of the field, under `ui:options`.
 *
 * @public
 */
export interface ChartVersionPickerOptions {
  /** Name of the parameter that holds the component; `component` unless told. */
  entityField?: string;
  /** Ask for the chart alone. */
  chartOnly?: boolean;
  /** Offer versions that are not verified too; they are shown and cannot be chosen otherwise. */
  allowUnverified?: boolean;
}

const Choice = ({
  id,
  label,
  value,
  required,
  disabled,
  items,
  help,
  onChoose,
}: {
  id: string;
  label: string;
  value: string;
  required: boolean;
  disabled: boolean;
  items: { value: string; text: string; disabled: boolean }[];
  help: string;
  onChoose: (value: string) => void;
}) => (
  <FormControl margin="normal" fullWidth required={required}>
    <InputLabel id={`chart-provenance-${id}`}>{label}</InputLabel>
    <Select
      labelId={`chart-provenance-${id}`}
      value={items.some(one => one.value === value) ? value : ''}
      disabled={disabled}
      onChange={event => onChoose(String(event.target.value))}
    >
      {items.map(one => (
        <MenuItem key={one.value} value={one.value} disabled={one.disabled}>
          {one.text}
        </MenuItem>
      ))}
    </Select>
    <FormHelperText>{help}</FormHelperText>
  </FormControl>
);

/** The field, apart from what the scaffolder gives it in. */
export const ChartVersionPicker = ({
  entityRef,
  value,
  required = false,
  options,
  onChange,
}: {
  /** Empty while no component is chosen. */
  entityRef: string;
  value: ChosenChart | undefined;
  required?: boolean;
  options: ChartVersionPickerOptions;
  onChange: (value: ChosenChart | undefined) => void;
}) => {
  const api = useApi(chartProvenanceApiRef);
  const entity = useLoad(`entity ${entityRef}`, async signal =>
    entityRef ? api.getEntity(entityRef, { signal }) : undefined,
  );
  const charts = entity.value?.charts ?? [];
  const own = value?.entityRef === entityRef ? value : undefined;
  const chart =
    charts.find(({ reference }) => reference === own?.chart) ??
    // Shown as chosen, it could not be chosen: so only where a version is chosen with it.
    (charts.length === 1 && !options.chartOnly ? charts[0] : undefined);
  const chartId = options.chartOnly ? undefined : chart?.chartId;
  const versions = useLoad(`versions ${entityRef} ${chartId}`, async signal =>
    chartId
      ? api.listVersions(
          { entityRef, chartId },
          { limit: MAX_VERSIONS },
          { signal },
        )
      : undefined,
  );
  const chooseChart = (reference: string) =>
    onChange({ entityRef, chart: reference });
  const chooseVersion = (row: VersionRow | undefined) =>
    onChange(
      row && chart
        ? {
            entityRef,
            chart: chart.reference,
            version: row.version,
            digest: row.digest,
          }
        : undefined,
    );
  const error = entity.error ?? versions.error;
  return (
    <>
      <Choice
        id="chart"
        label="Chart"
        required={required}
        value={chart?.reference ?? ''}
        disabled={charts.length === 0}
        items={charts.map((one: ChartSummary) => ({
          value: one.reference,
          text: one.reference,
          disabled: false,
        }))}
        help={helpOf(entityRef, entity.loading, charts.length)}
        onChoose={chooseChart}
      />
      {!options.chartOnly && (
        <Choice
          id="version"
          label="Version"
          required={required}
          value={own?.digest ?? ''}
          disabled={!versions.value}
          items={(versions.value?.items ?? []).map(row => ({
            value: row.digest,
            text: `${row.version} · ${VERDICT_WORD[row.verdict.status]}`,
            disabled:
              !options.allowUnverified && row.verdict.status !== 'verified',
          }))}
          help={
            options.allowUnverified
              ? 'The newest 50.'
              : 'Only what is verified can be chosen; the newest 50 are shown.'
          }
          onChoose={digest =>
            chooseVersion(
              versions.value?.items.find(row => row.digest === digest),
            )
          }
        />
      )}
      {error && (
        <FormHelperText error role="alert">
          {backendMessage(error)}
        </FormHelperText>
      )}
    </>
  );
};

function helpOf(entityRef: string, loading: boolean, charts: number): string {
  if (!entityRef) {
    return 'Choose the component first.';
  }
  if (loading) {
    return 'Loading…';
  }
  return charts === 0
    ? 'This component has no chart that is indexed; its Chart provenance tab says which line to add.'
    : 'Charts that this component owns.';
}
