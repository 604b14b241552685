import { embeddedRoot, TrustState } from '../../verification';
import { Finding, ok, unknown, warning } from '../check';
import { configuredMaterial } from './configuredMaterial';
import { refreshFinding } from './refreshFinding';
import { TrustSource } from './types';

const DAY_MS = 24 * 60 * 60 * 1000;
const OLD_DAYS = 180;

/** How old trust material is, and who renews it. */
export async function ageFinding(
  { config, now, changedAt, refreshes }: TrustSource,
  { kind, id }: TrustState,
): Promise<Finding> {
  const root = kind === 'root' && config.trust.roots.find(one => one.id === id);
  if (root && root.refresh) {
    return refreshFinding(root, refreshes.get(id) ?? null);
  }
  const source = configuredMaterial(config.trust, kind, id)?.source;
  if (source?.type === 'publicGood') {
    return shippedFinding(now);
  }
  if (source?.type === 'pem' || source?.type === 'armored') {
    return ok('It stands in the configuration itself.');
  }
  const changed = source && 'path' in source && (await changedAt(source.path));
  if (!changed) {
    return unknown('When its file was changed last cannot be told.');
  }
  const days = Math.floor((now.getTime() - changed.getTime()) / DAY_MS);
  const sentence = `Its file was changed last on ${dayOf(changed)}${
    days > 0 ? `, ${days} day${days === 1 ? '' : 's'} ago` : ''
  }.`;
  return kind === 'root' && days > OLD_DAYS
    ? warning(`${sentence} A root that is renewed is rarely that old.`, {
        what: 'Ask whoever runs that Sigstore instance whether there is a newer trusted_root.json.',
        who: 'operator',
      })
    : ok(sentence);
}

function shippedFinding(now: Date): Finding {
  const { origin, expiresAt } = embeddedRoot();
  const expires = new Date(expiresAt);
  const sentence = `It was shipped with the program (${origin}), and is not refreshed (refresh: false)`;
  return expires <= now
    ? warning(
        `${sentence}; what vouches for it expired on ${dayOf(expires)}.`,
        {
          what: 'Update backstage-plugin-chart-provenance-backend, so that it brings the present one.',
          who: 'operator',
        },
      )
    : ok(`${sentence}; what vouches for it expires on ${dayOf(expires)}.`);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
