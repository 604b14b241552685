import { makeStyles } from '@material-ui/core';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles(theme => ({
  line: { marginBottom: theme.spacing(1) },
}));

/**
 * The shape of what is coming: lines of the given widths.
 *
 * @internal
 */
export const LinesSkeleton = ({
  label,
  widths,
  height = 20,
}: {
  /** What is being loaded, for screen readers. */
  label: string;
  widths: (string | number)[];
  height?: number;
}) => {
  const classes = useStyles();
  return (
    <div role="status" aria-label={label} aria-busy="true">
      {widths.map((width, index) => (
        <Skeleton
          key={index}
          className={classes.line}
          variant="rect"
          width={width}
          height={height}
        />
      ))}
    </div>
  );
};

/**
 * Rows of the version table that are still coming.
 *
 * @internal
 */
export const RowsSkeleton = () => (
  <LinesSkeleton
    label="Loading versions"
    widths={Array(8).fill('100%')}
    height={36}
  />
);

/**
 * The Provenance tab before anything is known.
 *
 * @internal
 */
export const TabSkeleton = () => (
  <>
    <LinesSkeleton
      label="Loading chart provenance"
      widths={['60%', '45%', '35%']}
    />
    <RowsSkeleton />
  </>
);
