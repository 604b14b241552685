import {
  DoctorCheck,
  RegistryQuirks,
} from 'backstage-plugin-chart-provenance-common';
import { Descriptor, OrasError, RemoteRepository } from 'chart-provenance-oras';
import { checkOf, Finding, ok, unknown, warning } from '../check';
import { explainFailure } from '../failure';
import { attempt } from './attempt';
import { refusalFinding } from './credentialsCheck';
import { RegistrySession } from './openSession';

/** The checks of one repository, and what failed on the way. */
export interface ContentOutcome {
  checks: DoctorCheck[];
  failures: unknown[];
}

/** Lists tags, reads a manifest, lists its referrers. A step that fails leaves those after it unknown. */
export async function contentChecks(
  session: RegistrySession,
  path: string,
  quirks: RegistryQuirks,
): Promise<ContentOutcome> {
  const { signal } = session;
  const repository = session.client.repository(path);
  const tags = await attempt(() => firstTags(repository, signal));
  if (!tags.done) {
    const finding = explain(session, tags.error, path, quirks);
    return {
      checks: [
        tagsCheck(finding),
        ...contentUnknown('its tags cannot be listed'),
      ],
      failures: [tags.error],
    };
  }
  const tag = chosenTag(tags.value);
  if (tag === undefined) {
    return {
      checks: [
        tagsCheck(ok(`${path} can be listed, and nothing is published in it.`)),
        ...contentUnknown('nothing is published there'),
      ],
      failures: [],
    };
  }
  const listed = tagsCheck(
    ok(`${path} has ${tags.value.length} tags on its first page.`),
  );
  const read = await readChecks(session, path, tag, quirks);
  return { checks: [listed, ...read.checks], failures: read.failures };
}

async function readChecks(
  session: RegistrySession,
  path: string,
  tag: string,
  quirks: RegistryQuirks,
): Promise<ContentOutcome> {
  const { signal, client } = session;
  const repository = client.repository(path);
  const manifest = await attempt(() =>
    repository.fetchManifest(tag, { signal }),
  );
  if (!manifest.done) {
    const finding = explain(session, manifest.error, `${path}:${tag}`, quirks);
    const [, referrers] = contentUnknown('no manifest can be read');
    return {
      checks: [manifestCheck(finding), referrers],
      failures: [manifest.error],
    };
  }
  const { descriptor } = manifest.value;
  const read = manifestCheck(
    ok(`${path}:${tag} is ${descriptor.digest.slice(0, 19)}…, hashed here.`),
  );
  const found = await referrersCheck(session, repository, descriptor, quirks);
  return { checks: [read, found.check], failures: found.failures };
}

/** The two checks where no repository can be tried. */
export function contentUnknown(why: string): [DoctorCheck, DoctorCheck] {
  const finding = unknown(`Not tried: ${why}.`);
  return [manifestCheck(finding), checkOf('referrers', 'Referrers', finding)];
}

/** The check of the tag list. */
export function tagsCheck(finding: Finding): DoctorCheck {
  return checkOf('repository', 'Tags of a repository', finding);
}

function manifestCheck(finding: Finding): DoctorCheck {
  return checkOf('manifest', 'A manifest', finding);
}

async function firstTags(repository: RemoteRepository, signal: AbortSignal) {
  for await (const page of repository.tags({ pageSize: 100, signal })) {
    return page;
  }
  return [];
}

/** Not one that only lists what is attached to another. */
function chosenTag(tags: readonly string[]): string | undefined {
  return tags.filter(tag => !/^sha\d+-[0-9a-f]{32,}/.test(tag)).pop();
}

async function referrersCheck(
  session: RegistrySession,
  repository: RemoteRepository,
  descriptor: Descriptor,
  quirks: RegistryQuirks,
): Promise<{ check: DoctorCheck; failures: unknown[] }> {
  const { signal, registry } = session;
  const listing = await attempt(() =>
    repository.referrers(descriptor, { signal }),
  );
  const finding = listing.done
    ? referrersFinding(
        listing.value.source,
        listing.value.descriptors.length,
        quirks,
      )
    : explainFailure(listing.error, registry.host);
  return {
    check: checkOf('referrers', 'Referrers', finding, [quirks.referrersNote]),
    failures: listing.done ? [] : [listing.error],
  };
}

function referrersFinding(
  source: 'api' | 'fallback-tag' | 'none',
  count: number,
  quirks: RegistryQuirks,
): Finding {
  if (source === 'api') {
    return ok(`It has the referrers API: ${count} attached to this version.`);
  }
  const found =
    source === 'fallback-tag'
      ? `${count} attached to this version`
      : 'nothing is attached to this version';
  const sentence = `It has no referrers API; the tag sha256-<digest> is read instead: ${found}. Clients rewrite that tag, and two at a time can lose a signature.`;
  return quirks.referrers === 'native'
    ? warning(sentence, {
        what: 'This kind of registry has the API: have it updated, or check what stands in between.',
        who: 'registry-owner',
      })
    : ok(sentence);
}

function explain(
  { registry }: RegistrySession,
  error: unknown,
  what: string,
  quirks: RegistryQuirks,
): Finding {
  if (error instanceof OrasError && 'failure' in error) {
    // The registry was not asked, so nothing is known of it.
    return unknown('Not tried: the credential could not be had.');
  }
  return error instanceof OrasError &&
    ['unauthorized', 'denied', 'not-found'].includes(error.code)
    ? refusalFinding(error, what, quirks)
    : explainFailure(error, registry.host);
}
