import {
  ChartContents,
  EvidenceRow,
} from 'backstage-plugin-chart-provenance-common';
import { Digest } from '../atoms';
import { EvidenceLink } from './EvidenceLink';
import { useListStyles } from './useListStyles';

const FROM = { sbom: 'the SBOM', annotation: 'Chart.yaml' };

const Source = ({
  contents: { sbom },
  evidence,
}: {
  contents: ChartContents;
  evidence: EvidenceRow[];
}) =>
  sbom && (
    <>
      {' '}
      Those from the SBOM stand in{' '}
      <EvidenceLink digest={sbom.evidence} evidence={evidence} />,{' '}
      {sbom.verified
        ? 'which is proven'
        : 'which is not proven: whoever may push may have written it'}
      .
    </>
  );

/**
 * Container images that the chart says it brings, and who says so.
 *
 * @internal
 */
export const ContainedImages = ({
  contents,
  evidence,
}: {
  contents: ChartContents;
  evidence: EvidenceRow[];
}) => {
  const classes = useListStyles();
  const { images } = contents;
  return (
    <>
      <h4 className={classes.heading}>Container images</h4>
      {images.length === 0 ? (
        <div className={classes.quiet}>
          None are named: neither by an SBOM nor by the annotation
          artifacthub.io/images of Chart.yaml. The templates are not read.
        </div>
      ) : (
        <>
          <table className={classes.table} aria-label="Container images">
            <thead>
              <tr>
                <th scope="col">Reference</th>
                <th scope="col">Digest</th>
                <th scope="col">Named by</th>
              </tr>
            </thead>
            <tbody>
              {images.map(({ reference, digest, from }, index) => (
                <tr key={index}>
                  <td>
                    <bdi>{reference}</bdi>
                  </td>
                  <td>{digest ? <Digest digest={digest} /> : 'not said'}</td>
                  <td>{FROM[from] ?? from}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className={classes.quiet}>
            Whether these are signed is not checked here.
            <Source contents={contents} evidence={evidence} />
          </div>
        </>
      )}
    </>
  );
};
