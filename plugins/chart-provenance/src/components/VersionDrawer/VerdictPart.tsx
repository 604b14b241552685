import { makeStyles } from '@material-ui/core';
import {
  Reason,
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
 * Every requirement with the evidence that met it, or why none did and what to do.
 *
 * @internal
 */
export const VerdictPart = ({
  verdict,
  evidence,
}: Pick<VersionDetail, 'verdict' | 'evidence'>) => {
  const classes = useStyles();
  const loose = looseReasons(verdict);
  return (
    <DrawerPart title="Verdict">
      {loose.map((reason, index) => (
        <ReasonText key={index} reason={reason} />
      ))}
      <ul className={classes.list}>
        {verdict.requirements.map(requirement => (
          <RequirementItem
            key={requirement.id}
            requirement={requirement}
            evidence={evidence}
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
