import { Link } from '@backstage/core-components';
import {
  ChartImage,
  ChartImages,
} from 'backstage-plugin-chart-provenance-common';
import { VERDICT_WORD } from '../../format/verdictWord';
import { useSelection } from '../../hooks/useSelection';
import { Digest, Fold, RelativeTime } from '../atoms';
import { VerdictIcon } from '../VerdictShield';
import { ImageUsesPanel } from './ImageUsesPanel';
import { useListStyles } from './useListStyles';

const FROM_WORD: Record<NonNullable<ChartImages['from']>, string> = {
  rendered: 'rendered by helm template',
  sbom: 'named by the SBOM',
  annotation: 'named by Chart.yaml',
  values: 'found in the values',
};

/** Looked for by its bytes where they are known: a name may be anybody's. */
function queryOf({ digest, name }: ChartImage): string {
  return digest ?? name;
}

const Verdict = ({ image }: { image: ChartImage }) => {
  const classes = useListStyles();
  const { status, reason, policy, checkedAt } = image;
  return (
    <>
      {status === 'not-configured' ? (
        'Nobody said who may sign it'
      ) : (
        <span className={classes.verdict}>
          <VerdictIcon status={status} />
          {VERDICT_WORD[status]}
        </span>
      )}
      {status !== 'verified' && (
        <div className={classes.quiet}>
          <bdi>{reason}</bdi>
        </div>
      )}
      {(policy || checkedAt) && (
        <div className={classes.quiet}>
          {policy && (
            <>
              policy <bdi>{policy}</bdi>
            </>
          )}
          {policy && checkedAt && ', '}
          {checkedAt && (
            <>
              asked <RelativeTime at={checkedAt} />
            </>
          )}
        </div>
      )}
    </>
  );
};

const UsedBy = ({ usedBy }: Pick<ChartImage, 'usedBy'>) => {
  const [first, ...others] = usedBy;
  return (
    <>
      <bdi>{first}</bdi>
      {others.length > 0 && (
        <Fold summary={`${others.length} more`}>
          {others.map(one => (
            <div key={one}>
              <bdi>{one}</bdi>
            </div>
          ))}
        </Fold>
      )}
    </>
  );
};

const Row = ({ image, withUse }: { image: ChartImage; withUse: boolean }) => {
  const selection = useSelection();
  const query = queryOf(image);
  const asked = selection.image === query;
  return (
    <tr>
      <td>
        <bdi title={image.written}>{image.written.split('@')[0]}</bdi>{' '}
        {image.digest && <Digest digest={image.digest} />}
        <div>
          <Link
            to={selection.search({ image: asked ? null : query })}
            replace
            aria-expanded={asked}
          >
            {asked ? 'Hide who runs it' : 'Who runs it?'}
          </Link>
        </div>
        {asked && <ImageUsesPanel query={query} />}
      </td>
      <td>
        <Verdict image={image} />
      </td>
      <td>{image.pinned ? 'by digest' : 'not pinned: its tag may move'}</td>
      {withUse && (
        <td>
          <UsedBy usedBy={image.usedBy} />
        </td>
      )}
    </tr>
  );
};

/**
 * Container images that the version deploys, each with its own verdict.
 *
 * @internal
 */
export const JudgedImages = ({ images }: { images: ChartImages }) => {
  const classes = useListStyles();
  const { items, from, values, problem, cut } = images;
  // Only a rendering knows which objects use an image.
  const withUse = items.some(({ usedBy }) => usedBy.length > 0);
  return (
    <>
      <h4 className={classes.heading}>Container images</h4>
      {items.length === 0 && !problem && (
        <div className={classes.quiet}>It deploys none.</div>
      )}
      {problem && (
        <div>
          <bdi>{problem}</bdi>
        </div>
      )}
      {items.length > 0 && (
        <>
          <table className={classes.table} aria-label="Container images">
            <thead>
              <tr>
                <th scope="col">Image</th>
                <th scope="col">Verdict</th>
                <th scope="col">Pinned</th>
                {withUse && <th scope="col">Used by</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((image, index) => (
                <Row
                  key={`${image.written} ${index}`}
                  image={image}
                  withUse={withUse}
                />
              ))}
            </tbody>
          </table>
          <div className={classes.quiet}>
            {from && `The list was ${FROM_WORD[from] ?? from}`}
            {values && (
              <>
                , with <bdi>{values}</bdi>: other values may deploy others
              </>
            )}
            .{cut && ' There are more than are shown here.'}
          </div>
        </>
      )}
    </>
  );
};
