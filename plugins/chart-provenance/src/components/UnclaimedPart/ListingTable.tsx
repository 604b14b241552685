import { ListingStatus } from 'backstage-plugin-chart-provenance-common';
import { RelativeTime } from '../atoms';
import { Panel, usePanelStyles } from '../Panel';

const METHOD_WORD: Record<string, string> = {
  catalog: 'catalogue of the registry',
  harbor: "Harbor's API",
  ecr: "ECR's API",
  github: "GitHub's package API",
  gar: "Artifact Registry's API",
  index: 'index.yaml',
  chartmuseum: "ChartMuseum's API",
  names: 'no listing: names known from elsewhere are tried',
};

/**
 * How the charts of each registry and legacy repository are found, and whether that works. What is not listed cannot be unclaimed.
 *
 * @internal
 */
export const ListingTable = ({ listings }: { listings: ListingStatus[] }) => {
  const classes = usePanelStyles();
  return (
    <Panel
      title="How charts are found"
      aside={
        listings.length === 0 && (
          <span className={classes.aside}>
            Nothing is listed: no registry and no legacy repository is
            configured.
          </span>
        )
      }
    >
      {listings.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">By</th>
              <th scope="col">Found</th>
              <th scope="col">Last listed</th>
              <th scope="col">Problem</th>
            </tr>
          </thead>
          <tbody>
            {listings.map(
              ({ place, method, found, lastSuccessAt, problem }) => (
                <tr key={place}>
                  <td>
                    <bdi>{place}</bdi>
                  </td>
                  <td>{METHOD_WORD[method] ?? method}</td>
                  <td className={classes.number}>{found}</td>
                  <td>
                    {lastSuccessAt ? (
                      <RelativeTime at={lastSuccessAt} />
                    ) : (
                      'not yet'
                    )}
                  </td>
                  <td className={classes.text}>
                    {problem ? (
                      <>
                        Since <RelativeTime at={problem.since} />:{' '}
                        <bdi>{problem.message}</bdi>
                        <div>
                          <strong>What to do:</strong> <bdi>{problem.fix}</bdi>
                        </div>
                      </>
                    ) : (
                      'none'
                    )}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
