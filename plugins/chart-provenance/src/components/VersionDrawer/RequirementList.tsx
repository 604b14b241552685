import { makeStyles } from '@material-ui/core';
import {
  EvidenceRow,
  Reason,
  RequirementResult,
} from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { Fold } from '../atoms';
import { RequirementItem } from './RequirementItem';

/** As many are met without being folded; all of a usual policy. */
const UNFOLDED = 6;

const ORDER = ['failed', 'undecided'];

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
}));

const Items = ({
  requirements,
  evidence,
  said,
}: {
  requirements: RequirementResult[];
  evidence: EvidenceRow[];
  said: Reason[];
}) => {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {requirements.map((requirement, index) => (
        <RequirementItem
          key={requirement.id}
          requirement={requirement}
          evidence={evidence}
          above={[
            ...said,
            ...requirements.slice(0, index).flatMap(({ reasons }) => reasons),
          ]}
        />
      ))}
    </ul>
  );
};

/**
 * Requirements, those in the way first. Those that are met are folded when they are many; those that are not, never.
 *
 * @internal
 */
export const RequirementList = ({
  requirements,
  evidence,
  said,
}: {
  requirements: RequirementResult[];
  evidence: EvidenceRow[];
  /** Reasons that stand above: no word of them is said again. */
  said: Reason[];
}) => {
  const open = requirements
    .filter(({ result }) => result !== 'met')
    .sort((a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result));
  const met = requirements.filter(({ result }) => result === 'met');
  if (met.length <= UNFOLDED) {
    return (
      <Items requirements={[...open, ...met]} evidence={evidence} said={said} />
    );
  }
  return (
    <>
      {open.length > 0 && (
        <Items requirements={open} evidence={evidence} said={said} />
      )}
      <Fold summary={`${countWords(met.length, 'requirement')} met`}>
        <Items requirements={met} evidence={evidence} said={said} />
      </Fold>
    </>
  );
};
