import { Content } from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { LinesSkeleton } from '../../states';
import { PartNav } from '../PartNav';
import { StatusPart } from '../StatusPart';

const UnclaimedPart = lazy(() =>
  import('../UnclaimedPart').then(m => ({ default: m.UnclaimedPart })),
);

const UNCLAIMED = 'unclaimed';

/**
 * The page for operators: the index, and the charts that nobody owns under `/unclaimed`.
 *
 * @internal
 */
export const OperatorPage = () => {
  const { pathname } = useLocation();
  const rest = (useParams()['*'] ?? pathname).replace(/\/+$/, '');
  const path = pathname.replace(/\/+$/, '');
  const unclaimed = rest.split('/').pop() === UNCLAIMED;
  const base = unclaimed ? path.slice(0, -(UNCLAIMED.length + 1)) : path;
  return (
    <Content>
      <PartNav
        label="Parts of chart provenance"
        parts={[
          { title: 'Index status', to: base, present: !unclaimed },
          {
            title: 'Unclaimed',
            to: `${base}/${UNCLAIMED}`,
            present: unclaimed,
          },
        ]}
      />
      {unclaimed ? (
        <Suspense
          fallback={
            <LinesSkeleton
              label="Loading the charts that nobody owns"
              widths={['50%', '100%', '100%']}
            />
          }
        >
          <UnclaimedPart />
        </Suspense>
      ) : (
        <StatusPart />
      )}
    </Content>
  );
};
