import { GateEnvironmentStatus } from 'backstage-plugin-chart-provenance-common';
import { durationWords, enforcedWords } from '../../format/gateWords';
import { Panel, usePanelStyles } from '../Panel';

/**
 * The environments, and whether the gate blocks there.
 *
 * @internal
 */
export const EnvironmentPanel = ({
  environments,
}: {
  environments: GateEnvironmentStatus[];
}) => {
  const classes = usePanelStyles();
  return (
    <Panel
      title="Environments"
      aside={
        environments.length === 0 && (
          <span className={classes.aside}>
            None is configured (<code>chartProvenance.gate.environments</code>):
            the rules for all hold, for whoever asks.
          </span>
        )
      }
    >
      {environments.length > 0 && (
        <table className={classes.table} aria-label="Environments">
          <thead>
            <tr>
              <th scope="col">Environment</th>
              <th scope="col">Blocks</th>
              <th scope="col">Policies besides the chart&apos;s</th>
              <th scope="col">Needs a digest</th>
              <th scope="col">Evidence at most</th>
            </tr>
          </thead>
          <tbody>
            {environments.map(one => (
              <tr key={one.name}>
                <td>
                  <bdi>{one.name}</bdi>
                </td>
                <td>{enforcedWords(one)}</td>
                <td>
                  <bdi>{one.policies.join(', ') || 'none'}</bdi>
                </td>
                <td>{one.requireDigest ? 'yes' : 'no'}</td>
                <td>{durationWords(one.maxAgeSeconds)} old</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
