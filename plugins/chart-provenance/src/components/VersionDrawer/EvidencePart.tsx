import { makeStyles } from '@material-ui/core';
import { VersionDetail } from 'backstage-plugin-chart-provenance-common';
import { ChartKey } from '../../api';
import { useSelection } from '../../hooks/useSelection';
import { DrawerPart } from './DrawerPart';
import { EvidenceItem } from './EvidenceItem';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/**
 * Everything attached to the version, and what came out of checking it under each trust root and key.
 *
 * @internal
 */
export const EvidencePart = ({
  chart,
  digest,
  evidence,
}: {
  chart: ChartKey;
  /** The version's. */
  digest: string;
  evidence: VersionDetail['evidence'];
}) => {
  const classes = useStyles();
  const selection = useSelection();
  return (
    <DrawerPart id="evidence" title="Evidence">
      {evidence.length === 0 ? (
        'Nothing is attached to this version.'
      ) : (
        <ul className={classes.list}>
          {evidence.map(row => (
            <EvidenceItem
              key={row.digest}
              chart={chart}
              digest={digest}
              row={row}
              chosen={row.digest === selection.evidence}
            />
          ))}
        </ul>
      )}
    </DrawerPart>
  );
};
