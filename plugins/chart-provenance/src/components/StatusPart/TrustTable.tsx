import { makeStyles } from '@material-ui/core';
import {
  DoctorResult,
  IndexStatus,
  TrustStatus,
} from 'backstage-plugin-chart-provenance-common';
import { usePanelStyles } from '../Panel';
import { ResultIcon } from './ResultIcon';
import { TrustRefresh } from './TrustRefresh';

const KIND_WORD: Partial<Record<TrustStatus['kind'], string>> = {
  store: 'certificate store',
};

const useStyles = makeStyles({
  short: { whiteSpace: 'nowrap' },
  refresh: { minWidth: 200 },
});

function stateOf({ ok, refresh }: TrustStatus): [DoctorResult, string] {
  if (!ok) {
    return ['failed', 'cannot be used'];
  }
  if (refresh?.stale) {
    return ['failed', 'stale: nothing under it is called verified'];
  }
  return refresh?.problem
    ? ['warning', 'usable, not refreshed']
    : ['ok', 'usable'];
}

const TrustRow = ({ material }: { material: TrustStatus }) => {
  const classes = usePanelStyles();
  const own = useStyles();
  const { id, kind, detail, refresh } = material;
  const [result, words] = stateOf(material);
  return (
    <tr>
      <td>{id}</td>
      <td>{KIND_WORD[kind] ?? kind}</td>
      <td className={result === 'ok' ? own.short : undefined}>
        <ResultIcon result={result} /> {words}
      </td>
      <td className={classes.text}>
        <bdi>{detail}</bdi>
      </td>
      <td className={`${classes.text} ${own.refresh}`}>
        <TrustRefresh refresh={refresh} />
      </td>
    </tr>
  );
};

/**
 * The roots, keys and certificates, whether they can be used, and how old they are.
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
              <th scope="col">Refreshed</th>
            </tr>
          </thead>
          <tbody>
            {trust.map(material => (
              <TrustRow
                key={`${material.kind}:${material.id}`}
                material={material}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
