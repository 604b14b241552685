import { SignedEntity } from '@sigstore/verify';

/**
 * The times a successful verification proved, ISO, earliest first. A log's time counts only with its signed promise; an
 * inclusion proof alone says nothing about when.
 */
export function verifiedTimes(entity: SignedEntity): string[] {
  return entity.timestamps
    .flatMap(timestamp => {
      if (timestamp.$case === 'timestamp-authority') {
        return [timestamp.timestamp.signingTime];
      }
      const { inclusionPromise, integratedTime } = timestamp.tlogEntry;
      return inclusionPromise ? [new Date(Number(integratedTime) * 1000)] : [];
    })
    .map(time => time.toISOString())
    .sort();
}
