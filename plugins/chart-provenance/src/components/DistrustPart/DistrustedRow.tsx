import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import { DistrustedVersion } from 'backstage-plugin-chart-provenance-common';
import { isEntityRef } from '../../format/isEntityRef';
import { VERDICT_WORD } from '../../format/verdictWord';
import { useTabHref } from '../../hooks/useTabHref';
import { Digest, EntityName, Fold } from '../atoms';
import { usePanelStyles } from '../Panel';
import { VerdictIcon } from '../VerdictShield';

const UNFOLDED = 3;

const useStyles = makeStyles(theme => ({
  verdict: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
}));

const OwnedVersion = ({
  version,
  owner,
}: {
  version: DistrustedVersion;
  owner: string;
}) => {
  const tabHref = useTabHref(owner);
  const { chartId, digest } = version;
  return (
    <Link to={tabHref({ chart: chartId, version: digest }, 'provenance')}>
      <bdi>{version.version}</bdi>
    </Link>
  );
};

const Consumer = ({
  title,
  entityRef,
  environment,
  cluster,
}: DistrustedVersion['consumers'][number]) => (
  <div>
    <bdi>{title}</bdi>
    {(environment ?? cluster) && (
      <>
        {' · '}
        <bdi>{environment ?? cluster}</bdi>
      </>
    )}
    {' · '}
    {entityRef ? <EntityName entityRef={entityRef} /> : 'nobody knows whose'}
  </div>
);

const Consumers = ({ consumers, moreConsumers }: DistrustedVersion) => {
  const classes = usePanelStyles();
  const lines = consumers.map(consumer => (
    <Consumer key={consumer.consumerId} {...consumer} />
  ));
  return (
    <>
      {lines.slice(0, UNFOLDED)}
      {lines.length > UNFOLDED && (
        <Fold summary={`${lines.length - UNFOLDED} more`}>
          {lines.slice(UNFOLDED)}
        </Fold>
      )}
      {moreConsumers > 0 && (
        <div className={classes.aside}>
          and {moreConsumers} that are not shown here
        </div>
      )}
      {lines.length === 0 && moreConsumers === 0 && (
        <span className={classes.aside}>none known</span>
      )}
    </>
  );
};

/**
 * A version that an entry reaches: what became of it, and who stands on it.
 *
 * @internal
 */
export const DistrustedRow = ({ version }: { version: DistrustedVersion }) => {
  const classes = useStyles();
  const panel = usePanelStyles();
  const { owner, reference, digest, status } = version;
  return (
    <tr>
      <td className={panel.text}>
        {isEntityRef(owner) ? (
          <OwnedVersion version={version} owner={owner} />
        ) : (
          <bdi>{version.version}</bdi>
        )}
        <div className={panel.aside}>
          <bdi>{reference}</bdi>
        </div>
      </td>
      <td>
        <Digest digest={digest} />
      </td>
      <td>
        <span className={classes.verdict}>
          <VerdictIcon status={status} />
          {VERDICT_WORD[status]}
        </span>
      </td>
      <td>
        {owner ? <EntityName entityRef={owner} /> : 'no owner to be seen'}
      </td>
      <td className={panel.text}>
        <Consumers {...version} />
      </td>
    </tr>
  );
};
