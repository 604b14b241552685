import { Notice } from '../../states';
import { CommandText } from '../atoms';

const EXAMPLE = `chartProvenance:
  trust:
    distrust:
      - id: leaked-2025
        reason: The key was on a laptop that was stolen.
        key: release-2025
        # Only what was signed from then on; without it, everything.
        from: 2026-03-01T00:00:00Z
      # Instead of key, one of:
      #   digest: sha256:…
      #   root: acme
      #   identity: {issuer: https://…, subject: https://…}
      #   sourceRepository: github.com/acme/tools
      #   logEntry: …   (64 hex digits, or the UUID that Rekor gives)`;

/**
 * The operator distrusts nothing: how to, and what it does.
 *
 * @internal
 */
export const NothingDistrusted = () => (
  <Notice
    severity="info"
    title="Nothing is distrusted"
    next="Nothing, as long as no key, identity, repository or chart is known to be bad. When one is, add it to the configuration:"
    action={<CommandText label="configuration to distrust" text={EXAMPLE} />}
  >
    What is distrusted beats every policy: versions that stand on it are
    rejected, also those that were verified before. The fleet is judged anew
    from what is stored, without a request to any registry, and this page then
    names every version and consumer that is affected.
  </Notice>
);
