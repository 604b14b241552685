import {
  DoctorCheck,
  DoctorSection,
  registryKindOf,
  registryQuirks,
  RegistryQuirks,
} from 'backstage-plugin-chart-provenance-common';
import { RegistryConfig } from '../../config';
import { CredentialDeps } from '../../registries';
import { checkOf, Finding, unknown } from '../check';
import { attempt } from './attempt';
import { clockCheck } from './clockCheck';
import { apiCheck, connectionCheck } from './connectionCheck';
import {
  ContentOutcome,
  contentChecks,
  contentUnknown,
  tagsCheck,
} from './contentChecks';
import { credentialsCheck } from './credentialsCheck';
import { limitsCheck } from './limitsCheck';
import { openSession, RegistrySession } from './openSession';
import { scopeCheck } from './scopeCheck';

/** Everything there is to try on one registry, one thing after another. Never throws. */
export async function checkRegistry(
  registry: RegistryConfig,
  options: {
    /** One to try on it; undefined when none is known. */
    repository: string | undefined;
    deps: CredentialDeps;
    signal: AbortSignal;
  },
): Promise<DoctorSection> {
  const { repository, deps } = options;
  const { host } = registry;
  const session = openSession(registry, repository, options);
  try {
    const ping = await attempt(() => session.client.ping(session));
    const pingError = ping.done ? undefined : ping.error;
    const [first] = session.exchanges;
    const quirks = quirksOf(session);
    const connection = connectionCheck(host, first, pingError, deps.env);
    const checks = first?.response
      ? [
          connection,
          apiCheck(host, first),
          ...(await checksBeyond(session, repository, pingError, quirks)),
        ]
      : [connection, ...notReached()];
    return {
      id: `registry:${host}`,
      kind: 'registry',
      title: host,
      product: quirks.kind === 'unknown' ? null : quirks.product,
      checks,
      notes: notesOf(quirks),
    };
  } finally {
    await session.close();
  }
}

async function checksBeyond(
  session: RegistrySession,
  repository: string | undefined,
  pingError: unknown,
  quirks: RegistryQuirks,
): Promise<DoctorCheck[]> {
  const content = await contentOf(session, repository, quirks);
  const failures = [pingError, ...content.failures].filter(
    failure => failure !== undefined,
  );
  return [
    credentialsCheck(session, failures, quirks),
    scopeCheck(session, repository, quirks),
    ...content.checks,
    limitsCheck(session.exchanges, quirks),
    clockCheck(session.registry.host, session.exchanges),
  ];
}

async function contentOf(
  session: RegistrySession,
  repository: string | undefined,
  quirks: RegistryQuirks,
): Promise<ContentOutcome> {
  const without = (finding: Finding, why: string) => ({
    checks: [tagsCheck(finding), ...contentUnknown(why)],
    failures: [],
  });
  if (session.moduleMissing) {
    return without(
      unknown('Not tried: there is no credential here.'),
      'there is no credential here',
    );
  }
  if (repository === undefined) {
    return without(
      unknown(
        'No concrete repository is known to try: the rules for this registry are patterns, and nothing is indexed from it.',
        {
          what: 'In a terminal, name one with --repository. On the status page, one is known as soon as a chart was read.',
          who: 'operator',
        },
      ),
      'no concrete repository is known',
    );
  }
  return contentChecks(session, repository, quirks);
}

function quirksOf({ registry, exchanges }: RegistrySession): RegistryQuirks {
  const headers = exchanges
    .filter(({ to }) => to === 'registry')
    .map(({ response }) => response?.headers ?? {});
  return registryQuirks(
    registryKindOf(registry.host, Object.assign({}, ...headers.reverse())),
  );
}

/** Of an unknown kind nothing is known. */
function notesOf({ kind, immutability, retention }: RegistryQuirks): string[] {
  return kind === 'unknown'
    ? []
    : [
        `Immutable tags: ${immutability}`,
        ...(retention === null
          ? []
          : [`What deletes signatures: ${retention}`]),
      ];
}

/** Each check has a result, also where there was nothing to try it on. */
function notReached(): DoctorCheck[] {
  const finding = unknown('Not tried: it cannot be reached.');
  return [
    ['api', 'Registry API'],
    ['credentials', 'Credentials'],
    ['scope', 'Read-only'],
    ['repository', 'Tags of a repository'],
    ['manifest', 'A manifest'],
    ['referrers', 'Referrers'],
    ['limits', 'Rate limits'],
    ['clock', 'Clock'],
  ].map(([id, what]) => checkOf(id, what, finding));
}
