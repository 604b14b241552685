import { makeStyles } from '@material-ui/core';
import {
  Reason,
  Verdict,
  VersionDetail,
} from 'backstage-plugin-chart-provenance-common';
import { RelativeTime } from '../atoms';
import { DrawerPart } from './DrawerPart';
import { ReasonText } from './ReasonText';
import { RequirementList } from './RequirementList';
import { SignCommand } from './SignCommand';

const useStyles = makeStyles(theme => ({
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
  reference,
}: Pick<VersionDetail, 'verdict' | 'evidence' | 'reference'>) => {
  const classes = useStyles();
  const loose = looseReasons(verdict);
  return (
    <DrawerPart id="verdict" title="Verdict">
      {loose.map((reason, index) => (
        <ReasonText key={index} reason={reason} evidence={evidence} />
      ))}
      <RequirementList
        requirements={verdict.requirements}
        evidence={evidence}
        said={loose}
      />
      {verdict.status === 'unsigned' && (
        <SignCommand
          requirements={verdict.requirements}
          reference={reference}
        />
      )}
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
        {verdict.countsUntil && (
          <>
            {' '}
            The key that it stands on ends{' '}
            <RelativeTime at={verdict.countsUntil} />.
          </>
        )}
      </div>
    </DrawerPart>
  );
};

/** Reasons that no requirement explains already; that all are met is seen by each of them. */
function looseReasons({ reasons, requirements }: Verdict): Reason[] {
  const explained = requirements.flatMap(requirement => requirement.reasons);
  return reasons.filter(
    reason =>
      (reason.code !== 'policy-met' || requirements.length === 0) &&
      !explained.some(
        ({ code, message }) =>
          code === reason.code && message === reason.message,
      ),
  );
}
