import {
  DoctorCheck,
  RegistryQuirks,
} from 'backstage-plugin-chart-provenance-common';
import { checkOf, Finding, ok, unknown, warning } from '../check';
import { whoGrants } from './credentialsCheck';
import { RegistrySession } from './openSession';
import { grantedActions } from './grantedActions';

/**
 * May what is shown do more than read? Nothing but `pull` is ever asked for, here too, so what else the credential could get stays
 * unknown; a token service that gives more than was asked is told of.
 */
export function scopeCheck(
  session: RegistrySession,
  repository: string | undefined,
  quirks: RegistryQuirks,
): DoctorCheck {
  const { auth } = session.registry;
  const finding = scopeFinding(session, repository, quirks);
  return checkOf('scope', 'Read-only', finding, [
    auth.type === 'google'
      ? `Google is asked for a token with the scope ${auth.scope}, which only reads; a machine's own scopes may count in its place.`
      : null,
  ]);
}

function scopeFinding(
  session: RegistrySession,
  repository: string | undefined,
  quirks: RegistryQuirks,
): Finding {
  const { registry, exchanges, moduleMissing } = session;
  if (registry.auth.type === 'none') {
    return ok('Nothing is shown to it.');
  }
  if (moduleMissing) {
    return unknown('Not tried: there is no credential here.');
  }
  if (!exchanges.some(({ signedIn }) => signedIn)) {
    return unknown('Not tried: no credential was shown.');
  }
  const granted = grantedTo(exchanges, repository);
  const more = granted?.filter(action => action !== 'pull') ?? [];
  if (more.length > 0) {
    return warning(
      `Only pull was asked for, and the token given may also ${more.join(
        ' and ',
      )}.`,
      {
        what: `Use one that may only read. ${whoGrants(quirks)}`,
        who: 'operator',
      },
    );
  }
  return unknown(
    granted
      ? 'Only pull is asked for, and the token given may do no more. Whether the credential could get more is not tried.'
      : 'Only pull is asked for. Whether the credential could do more is not tried.',
    {
      what: `If it may also write, use one that may not. ${whoGrants(quirks)}`,
      who: 'operator',
    },
  );
}

/** What the tokens say that were given for the repository; undefined when none says anything. */
function grantedTo(
  exchanges: RegistrySession['exchanges'],
  repository: string | undefined,
): string[] | undefined {
  if (repository === undefined) {
    return undefined;
  }
  const said = exchanges
    .filter(({ to, signedIn }) => to === 'token' && signedIn)
    .flatMap(({ response }) =>
      response?.status === 200
        ? [grantedActions(response.body, repository)]
        : [],
    )
    .filter(actions => actions !== undefined);
  return said.length > 0 ? [...new Set(said.flat())] : undefined;
}
