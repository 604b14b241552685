import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core';
import { ImageUse, ImageUses } from 'backstage-plugin-chart-provenance-common';
import { chartProvenanceApiRef } from '../../api';
import { countWords } from '../../format/countWords';
import { isEntityRef } from '../../format/isEntityRef';
import { useLoad } from '../../hooks/useLoad';
import { useTabHref } from '../../hooks/useTabHref';
import { FailureNotice, LinesSkeleton } from '../../states';
import { EntityName, Fold } from '../atoms';

/** Beyond, folded: a base image is in many charts. */
const UNFOLDED = 10;

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(0.5, 0),
    padding: theme.spacing(0.5, 1),
    borderLeft: `2px solid ${theme.palette.divider}`,
    fontSize: '0.8125rem',
  },
  quiet: { color: theme.palette.text.secondary },
}));

const ToChart = ({ use, owner }: { use: ImageUse; owner: string }) => {
  const tabHref = useTabHref(owner);
  return (
    <Link
      to={tabHref({ chart: use.chartId, version: use.digest }, 'provenance')}
    >
      <bdi>
        {use.chart} {use.version}
      </bdi>
    </Link>
  );
};

const Use = ({ use }: { use: ImageUse }) => {
  const classes = useStyles();
  const { chart, version, entityRef, running, hidden } = use;
  return (
    <div>
      {isEntityRef(entityRef) ? (
        <ToChart use={use} owner={entityRef} />
      ) : (
        <bdi>
          {chart} {version}
        </bdi>
      )}{' '}
      <span className={classes.quiet}>
        {use.pinned ? 'by digest' : 'not pinned'}
      </span>
      {running.map((one, index) => (
        <div key={index}>
          {'runs as '}
          <bdi>
            {[one.name, one.environment, one.cluster]
              .filter(Boolean)
              .join(' · ')}
          </bdi>
          {one.entityRef && (
            <>
              {' · '}
              <EntityName entityRef={one.entityRef} />
            </>
          )}
        </div>
      ))}
      {hidden > 0 && (
        <div className={classes.quiet}>
          runs as {countWords(hidden, 'consumer')} that you may not see
        </div>
      )}
      {running.length === 0 && hidden === 0 && (
        <div className={classes.quiet}>runs nowhere that is known</div>
      )}
    </div>
  );
};

const Uses = ({ uses }: { uses: ImageUses }) => {
  const classes = useStyles();
  const lines = uses.items.map(use => (
    <Use key={`${use.chartId} ${use.digest} ${use.written}`} use={use} />
  ));
  return (
    <>
      {lines.length === 0 && (
        <span className={classes.quiet}>
          No chart that you may see deploys it.
        </span>
      )}
      {lines.slice(0, UNFOLDED)}
      {lines.length > UNFOLDED && (
        <Fold summary={`${lines.length - UNFOLDED} more`}>
          {lines.slice(UNFOLDED)}
        </Fold>
      )}
      {uses.cut && (
        <div className={classes.quiet}>There are more than are told here.</div>
      )}
    </>
  );
};

/**
 * Which charts deploy an image, and who runs them.
 *
 * @internal
 */
export const ImageUsesPanel = ({ query }: { query: string }) => {
  const classes = useStyles();
  const api = useApi(chartProvenanceApiRef);
  const { value, error, reload } = useLoad(query, signal =>
    api.findImages(query, { signal }),
  );
  return (
    <section className={classes.root} aria-label={`Who runs ${query}`}>
      {error && (
        <FailureNotice error={error} subject="imageUses" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton label="Looking who runs it" widths={['60%']} />
      )}
      {value && <Uses uses={value} />}
    </section>
  );
};
