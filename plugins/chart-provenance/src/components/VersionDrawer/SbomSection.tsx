import { makeStyles } from '@material-ui/core';
import {
  VersionDetail,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { lazy, Suspense, useRef } from 'react';
import { ChartKey } from '../../api';
import { useSelection } from '../../hooks/useSelection';
import { LinesSkeleton } from '../../states';
import { DrawerPart } from './DrawerPart';
import { useComesNear } from './useComesNear';

const SbomPart = lazy(() =>
  import('../SbomPart').then(m => ({ default: m.SbomPart })),
);

const useStyles = makeStyles({
  // Room for the table, so that what follows does not jump when it comes.
  waiting: { minHeight: 320 },
});

const Waiting = () => {
  const classes = useStyles();
  return (
    <div className={classes.waiting}>
      <LinesSkeleton
        label="Loading the SBOM"
        widths={['60%', '80%', '100%', '100%', '100%']}
      />
    </div>
  );
};

/**
 * The SBOM of the version, loaded when a link leads to it or when it comes into view: it may have thousands of components.
 *
 * @internal
 */
export const SbomSection = ({
  chart,
  detail,
  versions,
}: {
  chart: ChartKey;
  detail: VersionDetail;
  /** Other versions of the chart, to compare with. */
  versions: VersionRow[];
}) => {
  const { part } = useSelection();
  const ref = useRef<HTMLDivElement>(null);
  const near = useComesNear(ref, part === 'sbom');
  return (
    <DrawerPart id="sbom" title="SBOM">
      <div ref={ref}>
        {near ? (
          <Suspense fallback={<Waiting />}>
            <SbomPart chart={chart} detail={detail} versions={versions} />
          </Suspense>
        ) : (
          <Waiting />
        )}
      </div>
    </DrawerPart>
  );
};
