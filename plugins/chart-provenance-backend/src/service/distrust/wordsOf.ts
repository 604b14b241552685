import { Distrust } from 'backstage-plugin-chart-provenance-common';

/** What an entry distrusts, in words; each part suffices. */
export function wordsOf(entry: Distrust): string[] {
  const { digest, key, root, identity, sourceRepository, logEntry } = entry;
  return [
    ...(digest ? [`digest ${digest}`] : []),
    ...(key ? [`key ${key}`] : []),
    ...(root ? [`root ${root}`] : []),
    ...(identity
      ? [`identity ${identity.subject}, issued by ${identity.issuer}`]
      : []),
    ...(sourceRepository ? [`source repository ${sourceRepository}`] : []),
    ...(logEntry ? [`log entry ${logEntry}`] : []),
  ];
}
