import {
  DoctorCheck,
  RegistryQuirks,
} from 'backstage-plugin-chart-provenance-common';
import { OrasError } from 'chart-provenance-oras';
import { RegistryAuth } from '../../config';
import { checkOf, failed, Finding, ok, unknown } from '../check';
import { explainFailure, statusOf } from '../failure';
import {
  isCredentialError,
  noneFoundFinding,
  notHadFinding,
} from './missingCredential';
import { secretsOf } from './secretsOf';
import { RegistrySession } from './openSession';

const KINDS: Record<Exclude<RegistryAuth['type'], 'provider'>, string> = {
  none: 'Anonymous access',
  basic: 'The user name with its password',
  token: 'The token',
  dockerConfig: 'The entry of the Docker configuration',
  integration: 'The credential of the integration',
  aws: 'The AWS identity of this process',
  google: 'The Google identity of this process',
  azure: 'The Azure identity of this process',
};

/** What is signed in with, in words and without a secret. */
export function kindOfAuth(auth: RegistryAuth): string {
  return auth.type === 'provider'
    ? `The credential of the module for ${auth.provider}`
    : KINDS[auth.type];
}

/**
 * Are credentials had, and does the registry take them? Judged over everything that was exchanged: some registries let
 * anybody, or nobody, through `/v2/` itself.
 *
 * @param failures - of the calls that were tried, in their order
 */
export function credentialsCheck(
  session: RegistrySession,
  failures: readonly unknown[],
  quirks: RegistryQuirks,
): DoctorCheck {
  const finding = credentialsFinding(session, failures, quirks);
  return checkOf('credentials', 'Credentials', finding, [
    finding.result === 'ok' ? null : `Usual here: ${quirks.auth}`,
  ]);
}

function credentialsFinding(
  session: RegistrySession,
  failures: readonly unknown[],
  quirks: RegistryQuirks,
): Finding {
  const { registry, exchanges, moduleMissing } = session;
  const { auth, host } = registry;
  const kind = kindOfAuth(auth);
  if (moduleMissing) {
    const next = 'Run the doctor on the status page of Backstage.';
    return unknown(
      `${kind} cannot be had here: modules are installed in the backend.`,
      { what: next, who: 'operator' },
    );
  }
  const notHad = failures.find(isCredentialError);
  if (notHad) {
    return notHadFinding(notHad, secretsOf(auth), whoGrants(quirks));
  }
  if (isTaken(exchanges)) {
    return ok(
      `${auth.type === 'none' ? 'An anonymous token' : kind} is taken.`,
    );
  }
  const notAsked = failures.find(
    one => one instanceof OrasError && one.code === 'egress-refused',
  );
  if (notAsked) {
    return explainFailure(notAsked, host);
  }
  return auth.type === 'none'
    ? anonymousFinding(session, quirks)
    : notTakenFinding(session, failures, quirks);
}

/**
 * A token service that gave any token knows the credential: what it refuses for one repository says nothing about it. Without one,
 * the registry itself must have let it in.
 */
function isTaken(exchanges: RegistrySession['exchanges']): boolean {
  const signedIn = exchanges.filter(one => one.signedIn);
  const tokens = signedIn.filter(({ to }) => to === 'token');
  return tokens.length > 0
    ? tokens.some(({ response }) => response?.status === 200)
    : signedIn.some(({ response }) => {
        const status = response?.status ?? 0;
        // Who is known may still be shown nothing.
        return (status >= 200 && status < 400) || status === 404;
      });
}

function notTakenFinding(
  { registry, exchanges }: RegistrySession,
  failures: readonly unknown[],
  quirks: RegistryQuirks,
): Finding {
  const kind = kindOfAuth(registry.auth);
  const refused = exchanges.find(
    ({ signedIn, response }) =>
      signedIn && [400, 401, 403].includes(response?.status ?? 0),
  );
  if (refused) {
    const by = refused.to === 'token' ? ' by the token service' : '';
    return failed(
      `${kind} is refused${by} (HTTP ${refused.response?.status}).`,
      {
        what: `Check that it is written right and has not expired. ${whoGrants(
          quirks,
        )}`,
        who: 'registry-owner',
      },
    );
  }
  const failure = failures.find(one => one instanceof OrasError);
  if (failure && !exchanges.some(({ signedIn }) => signedIn)) {
    const without = noneFoundFinding(registry, failure);
    if (without) {
      return without;
    }
  }
  return failure
    ? explainFailure(failure, registry.host)
    : ok(
        `${kind} was never asked for: everything that was tried may be read anonymously.`,
      );
}

function anonymousFinding(
  { registry, exchanges }: RegistrySession,
  quirks: RegistryQuirks,
): Finding {
  const calls = exchanges.filter(({ to }) => to === 'registry');
  const last = calls[calls.length - 1]?.response?.status ?? 0;
  if (last >= 200 && last < 300) {
    return ok('Anonymous access is let in.');
  }
  if (calls.some(({ request }) => !request.url.endsWith('/v2/'))) {
    return failed(
      `${registry.host} wants credentials, and none are configured.`,
      {
        what: `Set auth for it. ${whoGrants(quirks)}`,
        who: 'operator',
      },
    );
  }
  return unknown(
    'Anonymous access is not let in at /v2/; whether a chart may be read shows with a concrete repository.',
    {
      what: `If charts are private, set auth. ${whoGrants(quirks)}`,
      who: 'operator',
    },
  );
}

/** What to ask for, and whom. */
export function whoGrants({ ask }: RegistryQuirks): string {
  return `It takes ${ask.permission}, from ${ask.from}.`;
}

/** Words for a refusal of one thing; GHCR and others answer alike for what is private and what is not there. */
export function refusalFinding(
  error: OrasError,
  what: string,
  quirks: RegistryQuirks,
): Finding {
  const answered = statusOf(error);
  if (quirks.hidesExistence || error.code === 'not-found') {
    return failed(
      `${what} is not there, or may not be seen${answered}: the registry does not say which.`,
      {
        what: `Check the path for a typing error. If it is right: ${whoGrants(
          quirks,
        )}`,
        who: 'registry-owner',
      },
    );
  }
  return failed(`${what} may not be read${answered}.`, {
    what: whoGrants(quirks),
    who: 'registry-owner',
  });
}
