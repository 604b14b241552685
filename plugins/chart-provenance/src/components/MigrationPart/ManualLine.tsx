import { Button } from '@material-ui/core';
import { ManualItem, SignOff } from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { dayText } from '../../format/dayText';
import { MANUAL_WORD, RESPONSIBLE_WORD } from '../../format/migrationWords';
import { Migration } from '../../hooks/useMigration';
import { EntityName, RelativeTime } from '../atoms';
import { lineId } from './lineId';
import { SignOffForm } from './SignOffForm';
import { StateIcon, Tone } from './StateIcon';
import { useLineStyles } from './useLineStyles';

const TONE: Record<ManualItem['status'], Tone> = {
  done: 'good',
  open: 'open',
  expired: 'warning',
  contradicted: 'bad',
  notApplicable: 'idle',
};

const RESULT_WORD: Record<SignOff['result'], string> = {
  done: 'Signed off',
  notApplicable: 'Said not to apply',
  open: 'Taken back',
};

const LastSignOff = ({ signOff }: { signOff: SignOff }) => {
  const { result, by, at, note, expiresOn } = signOff;
  return (
    <div>
      {RESULT_WORD[result] ?? result} by <EntityName entityRef={by} />{' '}
      <RelativeTime at={at} />
      {expiresOn && `, until ${dayText(expiresOn)}`}
      {note && (
        <>
          : “<bdi>{note}</bdi>”
        </>
      )}
    </div>
  );
};

const NOT_ALLOWED =
  'You may not sign off: ask your platform team for chart-provenance.migration.signoff on this entity';

/**
 * What only people can say: whether somebody did, who and when, and the form to say so. A sign-off that later evidence contradicts is shown
 * as contradicted, whatever its note says.
 *
 * @internal
 */
export const ManualLine = ({
  item,
  maySignOff,
  signOff,
}: {
  item: ManualItem;
  maySignOff: boolean;
} & Pick<Migration, 'signOff'>) => {
  const classes = useLineStyles();
  const [open, setOpen] = useState(false);
  const { id, claim, why, status, contradiction, inheritedFrom } = item;
  const words = item.signOff ? 'Sign off anew' : 'Sign off';
  return (
    <li id={lineId(id)} tabIndex={-1} className={classes.line}>
      <span className={classes.result}>
        <StateIcon tone={TONE[status] ?? 'unsure'} />
        {MANUAL_WORD[status] ?? status}
      </span>
      <div className={classes.text}>
        <div className={classes.claim} title={why}>
          <bdi>{claim}</bdi>
        </div>
        {item.signOff ? (
          <LastSignOff signOff={item.signOff} />
        ) : (
          <div>Nobody has signed this off.</div>
        )}
        {contradiction && (
          <div>
            <strong>Contradicted:</strong> <bdi>{contradiction}</bdi>
          </div>
        )}
        <div className={classes.quiet}>
          For {RESPONSIBLE_WORD[item.responsible]} to say
          {inheritedFrom && (
            <>
              {', once for all charts on '}
              <bdi>{inheritedFrom}</bdi>
            </>
          )}
          .
        </div>
        {open ? (
          <SignOffForm
            item={item}
            signOff={signOff}
            onClose={() => setOpen(false)}
          />
        ) : (
          <span title={maySignOff ? undefined : NOT_ALLOWED}>
            <Button
              size="small"
              disabled={!maySignOff}
              aria-label={`${words}: ${maySignOff ? claim : NOT_ALLOWED}`}
              onClick={() => setOpen(true)}
            >
              {words}
            </Button>
          </span>
        )}
        {!maySignOff && (
          <span className={classes.quiet}> no permission to sign off</span>
        )}
      </div>
    </li>
  );
};
