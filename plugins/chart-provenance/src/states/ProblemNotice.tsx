import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core';
import { EntityProblem } from 'backstage-plugin-chart-provenance-common';
import { CommandText, EntityName, SafeLink } from '../components/atoms';
import { entityFile } from '../format/entityFile';
import { Notice } from './Notice';
import { MarkedValue } from './MarkedValue';
import { PROBLEM_TITLE } from './problemTitle';

/** Only somebody else can solve these: the reader gets the request ready to send. */
const ASKS: Partial<Record<EntityProblem['code'], string>> = {
  'claim-not-allowed': 'Please let this entity claim the chart',
  'registry-not-configured': 'Please configure the registry',
  'claimed-by-another': 'Please decide who owns the chart',
  'ownership-conflict': 'Please decide who owns the chart',
};

const useStyles = makeStyles(theme => ({
  where: { marginTop: theme.spacing(0.5) },
}));

/**
 * A claim of the entity that does not hold: where it is written, why it does not count, and what to do.
 *
 * @internal
 */
export const ProblemNotice = ({
  entityRef,
  problem,
}: {
  entityRef: string;
  problem: EntityProblem;
}) => {
  const classes = useStyles();
  const file = entityFile(useEntity().entity);
  const { code, annotation, value, position, reference, claimants } = problem;
  return (
    <Notice
      severity="warning"
      title={PROBLEM_TITLE[code]}
      next={problem.fix}
      action={
        ASKS[code] && (
          <CommandText
            label="request to send"
            text={`${ASKS[code]} ${
              reference ?? value ?? ''
            } for ${entityRef} in Chart Provenance. ${problem.message}`}
          />
        )
      }
    >
      {problem.message}
      {annotation && (
        <div className={classes.where}>
          In <code>{annotation}</code>
          {file && (
            <>
              {' of '}
              <SafeLink href={file}>its catalog file</SafeLink>
            </>
          )}
          {value !== undefined && (
            <MarkedValue value={value} position={position} />
          )}
        </div>
      )}
      {claimants && claimants.length > 0 && (
        <div className={classes.where}>
          Also claimed by{' '}
          {claimants.map((claimant, index) => (
            <span key={claimant}>
              {index > 0 && ', '}
              <EntityName entityRef={claimant} />
            </span>
          ))}
        </div>
      )}
    </Notice>
  );
};
