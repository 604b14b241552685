import {
  EvidenceRow,
  PredicateFacts,
} from 'backstage-plugin-chart-provenance-common';
import { BuildDetails } from './BuildDetails';
import { EvidenceLink } from './EvidenceLink';
import { ScanFacts } from './ScanFacts';
import { StatementFacts } from './statements';
import { useListStyles } from './useListStyles';
import { VerificationLine } from './VerificationLine';

/** Anybody who may push may attach a statement, and it may be proven to be theirs: what counts is whether a policy asks for them. */
const Standing = ({ meets, predicate }: StatementFacts) => {
  const classes = useListStyles();
  if (meets.length > 0) {
    return (
      <div>
        It meets: <bdi>{meets.map(({ title }) => title).join('; ')}</bdi>
      </div>
    );
  }
  return (
    <div className={classes.quiet}>
      {isShownOnly(predicate)
        ? 'Shown, not judged: no verdict rests on it.'
        : 'The verdict does not rest on it.'}
    </div>
  );
};

/**
 * One statement: who made it, whether anything rests on it, and what it says where it is proven who says so.
 *
 * @internal
 */
export const StatementItem = ({
  statement,
  evidence,
}: {
  statement: StatementFacts;
  evidence: EvidenceRow[];
}) => {
  const classes = useListStyles();
  const { row, predicate } = statement;
  return (
    <li className={classes.statement}>
      <strong>
        <EvidenceLink digest={row.digest} evidence={evidence} />
      </strong>
      {predicate?.label && (
        <>
          {' '}
          <bdi>{predicate.label}</bdi>
        </>
      )}
      <ul className={classes.proofs}>
        {row.verifications
          .filter(({ outcome }) => outcome === 'proven')
          .map(verification => (
            <VerificationLine
              key={verification.trust}
              verification={verification}
            />
          ))}
      </ul>
      <Standing {...statement} />
      {predicate ? (
        <>
          <BuildDetails predicate={predicate} />
          <ScanFacts predicate={predicate} />
        </>
      ) : (
        <div className={classes.quiet}>
          It is not proven who says so, so what it says is not shown. See its
          entry in Evidence.
        </div>
      )}
    </li>
  );
};

function isShownOnly(predicate: PredicateFacts | undefined): boolean {
  return Boolean(predicate?.vulnerabilities ?? predicate?.exploitability);
}
