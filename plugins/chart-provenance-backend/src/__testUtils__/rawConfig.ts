import { parseConfig } from '../config/parseConfig';
import { Problems } from '../config/problems';

/** Who may sign, well written. */
export const KEYLESS = {
  root: 'acme',
  issuer: 'https://token.actions.githubusercontent.com',
  subject:
    'https://github.com/acme/payments/.github/workflows/release.yml@refs/heads/main',
};

/** Reads `chartProvenance` as written. */
export function read(raw: unknown, credentialTypes: string[] = []) {
  const problems = new Problems();
  const config = parseConfig(raw, problems, { credentialTypes });
  return { config, problems: problems.lines };
}

/** One registry with something in it. */
export function registry(extra: Record<string, unknown>) {
  return { registries: [{ host: 'ghcr.io', ...extra }] };
}

/** One policy with something in it, and the trust it names. */
export function policy(extra: Record<string, unknown>) {
  return {
    trust: {
      roots: [{ id: 'acme', type: 'publicGood' }],
      keys: [{ id: 'release', pem: 'x' }],
      keyrings: [{ id: 'edge', armored: 'x' }],
      stores: [{ id: 'acme-ca', pem: 'x' }],
    },
    policies: [{ name: 'acme-release', anyOf: [KEYLESS], ...extra }],
  };
}

/** Only trust. */
export function trust(extra: Record<string, unknown>) {
  return { trust: extra };
}
