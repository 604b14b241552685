import { IndexStatus } from 'backstage-plugin-chart-provenance-common';
import { ResultIcon } from './ResultIcon';
import { usePanelStyles } from '../Panel';

/**
 * The roots and keys, and whether they can be used.
 *
 * @internal
 */
export const TrustTable = ({ trust }: Pick<IndexStatus, 'trust'>) => {
  const classes = usePanelStyles();
  return (
    <section className={classes.panel} aria-labelledby="index-trust">
      <div className={classes.heading}>
        <h2 id="index-trust" className={classes.title}>
          Trust
        </h2>
        {trust.length === 0 && (
          <span className={classes.aside}>
            No root and no key is configured: nothing can be verified. Name them
            under chartProvenance.trust.
          </span>
        )}
      </div>
      {trust.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col">State</th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            {trust.map(({ id, kind, ok, detail }) => (
              <tr key={`${kind}:${id}`}>
                <td>{id}</td>
                <td>{kind}</td>
                <td>
                  <ResultIcon result={ok ? 'ok' : 'failed'} />{' '}
                  {ok ? 'usable' : 'cannot be used'}
                </td>
                <td className={classes.text}>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
