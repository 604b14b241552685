import { makeStyles, Radio } from '@material-ui/core';
import { UnclaimedChart } from 'backstage-plugin-chart-provenance-common';
import { EntityName } from '../atoms';
import { saysSo, whoSays } from './unclaimedWords';

const useStyles = makeStyles(theme => ({
  suggestion: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
  },
  radio: { padding: 2 },
  reasons: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
  },
}));

/**
 * Who might own a chart, the best first, each with why and who says so. Nothing follows from it by itself.
 *
 * @internal
 */
export const SuggestionList = ({
  chart,
  entityRef,
  onChoose,
}: {
  chart: UnclaimedChart;
  /** The one that is chosen. */
  entityRef: string | null;
  onChoose: (entityRef: string) => void;
}) => {
  const classes = useStyles();
  if (chart.suggestions.length === 0) {
    return <>No suggestion: nothing points to an entity you may see.</>;
  }
  return (
    <>
      {chart.suggestions.map(suggestion => (
        <div key={suggestion.entityRef} className={classes.suggestion}>
          {chart.mappable && (
            <Radio
              size="small"
              color="primary"
              className={classes.radio}
              name={`owner-${chart.id}`}
              checked={suggestion.entityRef === entityRef}
              onChange={() => onChoose(suggestion.entityRef)}
              inputProps={{
                'aria-label': `Give ${chart.name} to ${suggestion.entityRef}`,
              }}
            />
          )}
          <div>
            <EntityName entityRef={suggestion.entityRef} />
            <ul className={classes.reasons}>
              {suggestion.reasons.map(({ kind, text }, index) => (
                <li key={index}>
                  {!saysSo(kind, text) && (
                    <>
                      <strong>{whoSays(kind)}:</strong>{' '}
                    </>
                  )}
                  <bdi>{text}</bdi>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ))}
    </>
  );
};
