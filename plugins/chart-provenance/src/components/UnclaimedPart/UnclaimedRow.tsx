import { Checkbox } from '@material-ui/core';
import {
  signerLabel,
  UnclaimedChart,
} from 'backstage-plugin-chart-provenance-common';
import { PHASE_WORD } from '../../format/migrationWords';
import { RelativeTime } from '../atoms';
import { usePanelStyles } from '../Panel';
import { Nothing } from '../VersionTable/marks';
import { SnippetFold } from './SnippetFold';
import { SuggestionList } from './SuggestionList';
import { KNOWN_FROM_WORD, WHY_WORD } from './unclaimedWords';
import { ChosenOwners } from './useChosenOwners';

/**
 * One chart that nobody owns.
 *
 * @internal
 */
export const UnclaimedRow = ({
  chart,
  owners,
}: {
  chart: UnclaimedChart;
  owners: ChosenOwners;
}) => {
  const classes = usePanelStyles();
  const { id, reference, why, message, snippet, suggestions, mappable } = chart;
  const chosen = owners.chosen.get(id);
  const best = mappable ? suggestions[0]?.entityRef ?? null : null;
  const selectable = best !== null || snippet !== null;
  return (
    <tr>
      <td>
        <Checkbox
          size="small"
          color="primary"
          checked={Boolean(chosen)}
          disabled={!selectable}
          inputProps={{ 'aria-label': `Select ${reference}` }}
          onChange={event =>
            event.target.checked ? owners.choose(chart, best) : owners.drop(id)
          }
        />
      </td>
      <td className={classes.text}>
        <code>
          <bdi>{reference}</bdi>
        </code>
        <div className={classes.aside}>
          known from{' '}
          {chart.knownFrom.map(k => KNOWN_FROM_WORD[k] ?? k).join(', ')}, first
          seen <RelativeTime at={chart.firstSeenAt} />
          {chart.phase &&
            chart.phase !== 'noLegacy' &&
            `; move to OCI: ${(
              PHASE_WORD[chart.phase] ?? chart.phase
            ).toLocaleLowerCase('en-US')}`}
        </div>
      </td>
      <td className={classes.text}>
        {WHY_WORD[why] ?? why}
        <div className={classes.aside}>
          <bdi>{message}</bdi>
        </div>
      </td>
      <td className={classes.number}>{chart.consumers}</td>
      <td className={classes.number}>
        {chart.versions ?? <Nothing>Nobody could count them</Nothing>}
      </td>
      <td className={classes.text}>
        {chart.signer ? (
          <bdi>{signerLabel(chart.signer)}</bdi>
        ) : (
          <Nothing>No signer is proven</Nothing>
        )}
      </td>
      <td className={classes.text}>
        <SuggestionList
          chart={chart}
          entityRef={chosen?.entityRef ?? null}
          onChoose={entityRef => owners.choose(chart, entityRef)}
        />
        {snippet && <SnippetFold reference={reference} snippet={snippet} />}
      </td>
    </tr>
  );
};
