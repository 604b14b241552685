import { makeStyles } from '@material-ui/core';
import {
  Reason,
  ReasonCode,
  RequirementResult,
  Verdict,
  VersionDetail,
} from 'backstage-plugin-chart-provenance-common';
import { RelativeTime } from '../atoms';
import { DrawerPart } from './DrawerPart';
import { ReasonText } from './ReasonText';
import { RequirementItem } from './RequirementItem';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
  quiet: { color: theme.palette.text.secondary },
}));

/**
 * Every requirement with the evidence that met it, or why none did and what to do; those in the way first.
 *
 * @internal
 */
export const VerdictPart = ({
  verdict,
  evidence,
}: Pick<VersionDetail, 'verdict' | 'evidence'>) => {
  const classes = useStyles();
  const loose = looseReasons(verdict);
  const requirements = openFirst(verdict.requirements);
  return (
    <DrawerPart title="Verdict">
      {loose.map((reason, index) => (
        <ReasonText key={index} reason={reason} />
      ))}
      <ul className={classes.list}>
        {requirements.map((requirement, index) => (
          <RequirementItem
            key={requirement.id}
            requirement={requirement}
            evidence={evidence}
            advised={codesOf([
              ...loose,
              ...requirements.slice(0, index).flatMap(({ reasons }) => reasons),
            ])}
          />
        ))}
      </ul>
      <div className={classes.quiet}>
        {verdict.policies.length > 0
          ? `Policy ${verdict.policies.join(', ')}. `
          : 'No policy applies. '}
        Judged <RelativeTime at={verdict.decidedAt} />.
        {verdict.lastVerifiedAt && (
          <>
            {' '}
            Last verified <RelativeTime at={verdict.lastVerifiedAt} />.
          </>
        )}
      </div>
    </DrawerPart>
  );
};

const ORDER = ['failed', 'undecided', 'met'];

/** What keeps the version from being verified is what the reader came for. */
function openFirst(requirements: RequirementResult[]): RequirementResult[] {
  return [...requirements].sort(
    (a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result),
  );
}

function codesOf(reasons: Reason[]): Set<ReasonCode> {
  return new Set(reasons.map(({ code }) => code));
}

/** Reasons that no requirement explains already. */
function looseReasons({ reasons, requirements }: Verdict): Reason[] {
  const explained = requirements.flatMap(requirement => requirement.reasons);
  return reasons.filter(
    reason =>
      !explained.some(
        ({ code, message }) =>
          code === reason.code && message === reason.message,
      ),
  );
}
