import { VersionDetail } from 'backstage-plugin-chart-provenance-common';
import { DrawerPart } from './DrawerPart';
import { StatementItem } from './StatementItem';
import { statementsOf } from './statements';
import { useListStyles } from './useListStyles';

/**
 * How the version was built and what else is stated about it, each with who states it and whether anything rests on it.
 *
 * @internal
 */
export const StatementsPart = ({
  verdict,
  evidence,
}: Pick<VersionDetail, 'verdict' | 'evidence'>) => {
  const classes = useListStyles();
  const statements = statementsOf(evidence, verdict.requirements);
  return (
    <DrawerPart id="provenance" title="Provenance">
      {statements.length === 0 ? (
        <>
          No provenance is attached to this version.
          <div className={classes.quiet}>
            What to do: let the workflow that publishes the chart attest how it
            was built, for instance with actions/attest-build-provenance, or
            with cosign attest --type slsaprovenance1.
          </div>
        </>
      ) : (
        <ul className={classes.plain}>
          {statements.map(statement => (
            <StatementItem
              key={statement.row.digest}
              statement={statement}
              evidence={evidence}
            />
          ))}
        </ul>
      )}
    </DrawerPart>
  );
};
