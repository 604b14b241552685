import { Content } from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import { LinesSkeleton } from '../../states';
import { PartNav } from '../PartNav';
import { StatusPart } from '../StatusPart';
import { OperatorPartId, useOperatorPart } from './useOperatorPart';

const DistrustPart = lazy(() =>
  import('../DistrustPart').then(m => ({ default: m.DistrustPart })),
);
const GatePart = lazy(() =>
  import('../GatePart').then(m => ({ default: m.GatePart })),
);
const LintPart = lazy(() =>
  import('../LintPart').then(m => ({ default: m.LintPart })),
);
const UnclaimedPart = lazy(() =>
  import('../UnclaimedPart').then(m => ({ default: m.UnclaimedPart })),
);

const TITLES: [OperatorPartId, string][] = [
  ['status', 'Index status'],
  ['unclaimed', 'Unclaimed'],
  ['distrust', 'Distrust'],
  ['gate', 'Gate log'],
  ['lint', 'Reference checker'],
];

const Part = ({ part }: { part: OperatorPartId }) => {
  switch (part) {
    case 'unclaimed':
      return <UnclaimedPart />;
    case 'distrust':
      return <DistrustPart />;
    case 'gate':
      return <GatePart />;
    case 'lint':
      return <LintPart />;
    default:
      return <StatusPart />;
  }
};

/**
 * The page of the whole fleet: the index, the charts that nobody owns under `/unclaimed`, and what is distrusted under `/distrust`, for operators;
 * what the gate decided under `/gate`, and the reference checker under `/lint`, for everybody.
 *
 * @internal
 */
export const OperatorPage = () => {
  const { part, hrefOf } = useOperatorPart();
  return (
    <Content>
      <PartNav
        label="Parts of chart provenance"
        parts={TITLES.map(([id, title]) => ({
          title,
          to: hrefOf(id),
          present: id === part,
        }))}
      />
      <Suspense
        fallback={
          <LinesSkeleton
            label="Loading this part"
            widths={['50%', '100%', '100%']}
          />
        }
      >
        <Part part={part} />
      </Suspense>
    </Content>
  );
};
