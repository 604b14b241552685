import { bundleFromJSON } from '@sigstore/bundle';
import { SignedEntity, toSignedEntity } from '@sigstore/verify';
import { SigstoreLab } from '../__testUtils__/SigstoreLab';
import { SUBJECT } from '../__testUtils__/verifyUnder';
import { verifiedTimes } from './verifiedTimes';

let entity: SignedEntity;

beforeAll(async () => {
  const lab = await SigstoreLab.create();
  entity = toSignedEntity(bundleFromJSON(await lab.sign({ subject: SUBJECT })));
});

describe('the times that a verification proved', () => {
  it('are those of logs that promise and of authorities, earliest first', () => {
    const times = verifiedTimes(entity);
    expect(times).toHaveLength(2);
    expect([...times].sort()).toEqual(times);
  });

  it('are never that of an entry without a promise: anybody can write it', () => {
    const timestamps: SignedEntity['timestamps'] = entity.tlogEntries.map(
      tlogEntry => ({
        $case: 'transparency-log',
        tlogEntry: { ...tlogEntry, inclusionPromise: undefined },
      }),
    );
    expect(timestamps).toHaveLength(1);
    expect(verifiedTimes({ ...entity, timestamps })).toEqual([]);
  });
});
