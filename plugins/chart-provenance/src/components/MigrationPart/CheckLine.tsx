import {
  CheckResult,
  CheckStatus,
} from 'backstage-plugin-chart-provenance-common';
import { CHECK_WORD, RESPONSIBLE_WORD } from '../../format/migrationWords';
import { EvidenceLinks } from './EvidenceLinks';
import { goToCheck, lineId } from './lineId';
import { StateIcon, Tone } from './StateIcon';
import { useLineStyles } from './useLineStyles';

const TONE: Record<CheckStatus, Tone> = {
  pass: 'good',
  fail: 'bad',
  unknown: 'unsure',
  notApplicable: 'idle',
};

/**
 * One check: how it came out, what was found and where to look, what is next and by whom.
 *
 * @internal
 */
export const CheckLine = ({
  check,
  chartId,
  sameAs,
}: {
  check: CheckResult;
  chartId: string;
  /** A check above that asks the same of the same people: it is not said again. */
  sameAs?: CheckResult;
}) => {
  const classes = useLineStyles();
  const { id, claim, why, status, message, nextAction, inheritedFrom } = check;
  return (
    <li id={lineId(id)} tabIndex={-1} className={classes.line}>
      <span className={classes.result}>
        <StateIcon tone={TONE[status] ?? 'unsure'} />
        {CHECK_WORD[status] ?? status}
      </span>
      <div className={classes.text}>
        <div className={classes.claim} title={why}>
          <bdi>{claim}</bdi>
        </div>
        <div>
          <bdi>{message}</bdi>{' '}
          <EvidenceLinks
            chartId={chartId}
            evidence={check.evidence}
            more={check.moreEvidence}
          />
        </div>
        {inheritedFrom && (
          <div className={classes.quiet}>
            Decided once for all charts on <bdi>{inheritedFrom}</bdi>.
          </div>
        )}
        {nextAction && (
          <div className={classes.next}>
            <strong>Next, for {RESPONSIBLE_WORD[check.responsible]}:</strong>{' '}
            {sameAs ? (
              <>
                as for{' '}
                <a
                  className={classes.goTo}
                  href={`#${lineId(sameAs.id)}`}
                  onClick={event => {
                    event.preventDefault();
                    goToCheck(sameAs.id);
                  }}
                >
                  “<bdi>{sameAs.claim}</bdi>”
                </a>
              </>
            ) : (
              <bdi>{nextAction}</bdi>
            )}
          </div>
        )}
      </div>
    </li>
  );
};
