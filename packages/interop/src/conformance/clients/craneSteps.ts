import { same, type Step } from './Client.ts';

/** crane speaks to a registry as Docker does: by Docker's rules for hosts, credentials, mounts and manifests. */
export const craneSteps: Step[] = [
  {
    tool: 'crane',
    does: 'digest, validate, copy with a mount, tag, ls, delete',
    async play(crane, { call, chart, digest, host, repository }) {
      await call(crane, 'validate', '--remote', chart);
      same('its digest', (await call(crane, 'digest', chart)).trim(), digest);
      const copy = `${host}/acme/copies/payments`;
      await call(crane, 'copy', chart, `${copy}:a`);
      await call(crane, 'tag', `${copy}:a`, 'b');
      const tags = async () => (await call(crane, 'ls', copy)).trim();
      same('its tags', await tags(), 'a\nb');
      await call(crane, 'delete', `${copy}:a`);
      same('its tags', await tags(), 'b');
      await call(crane, 'delete', `${copy}@${digest}`);
      same('its tags', await tags(), '');
      // Only the copy went.
      await call(crane, 'manifest', `${repository}@${digest}`);
    },
  },
];
