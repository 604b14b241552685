const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Is an environment enforced at this time? Days begin at midnight UTC. What is neither `never` nor a day that is still to come is enforced:
 * whatever cannot be read must not open the gate.
 *
 * @param enforceFrom - ISO day, `always` or `never`
 * @param now - ISO
 * @returns `enforcedFrom`: the day, while it is still to come
 * @public
 */
export function enforcementAt(
  enforceFrom: string,
  now: string,
): { enforced: boolean; enforcedFrom: string | null } {
  if (enforceFrom === 'never') {
    return { enforced: false, enforcedFrom: null };
  }
  const isToCome =
    DAY.test(enforceFrom) &&
    Date.parse(`${enforceFrom}T00:00:00Z`) > Date.parse(now);
  return {
    enforced: !isToCome,
    enforcedFrom: isToCome ? enforceFrom : null,
  };
}
