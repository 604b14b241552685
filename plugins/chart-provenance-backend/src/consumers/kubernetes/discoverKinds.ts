import { z } from 'zod';
import { ClusterReader } from './ClusterReader';
import { CONSUMER_KINDS, ConsumerKind } from './kinds';
import { groupListSchema, groupSchema, resourceListSchema } from './schema';

/** A kind, in the version that the cluster serves it in. */
export interface ServedKind extends ConsumerKind {
  version: string;
}

const VERSION = /^v[0-9]{1,3}(?:(?:alpha|beta)[0-9]{1,3})?$/;
const MAX_VERSIONS = 10;

/**
 * Which of the kinds a cluster serves. What is left out is not there for sure: the API server itself said so, twice for a whole
 * group. Anything else that says 404, such as a proxy with a wrong idea of the cluster, must not make consumers vanish.
 *
 * @throws ConsumerSourceError when that cannot be told.
 */
export async function discoverKinds(
  reader: ClusterReader,
): Promise<ServedKind[]> {
  const all = await reader.expect('/apis', groupListSchema);
  const listed = new Set(all.groups.map(({ name }) => name));
  const groups = [...new Set(CONSUMER_KINDS.map(({ group }) => group))];
  const served: ServedKind[] = [];
  for (const group of groups) {
    const versions = await versionsOf(reader, group, listed.has(group));
    served.push(...(await servedIn(reader, group, versions)));
  }
  // In the order of the table: discovery goes by group, and the order of reading matters.
  return CONSUMER_KINDS.flatMap(({ plural, group }) =>
    served.filter(kind => kind.plural === plural && kind.group === group),
  );
}

/** The preferred one first. Empty when the group is not installed. */
async function versionsOf(
  reader: ClusterReader,
  group: string,
  isListed: boolean,
): Promise<string[]> {
  const path = `/apis/${group}`;
  // An API server that has just started may list less than it serves for a moment, but does not say 404 then.
  const found = isListed
    ? await reader.expect(path, groupSchema)
    : await reader.expectUnlessMissing(path, groupSchema);
  return found ? orderedVersions(found) : [];
}

function orderedVersions(group: z.output<typeof groupSchema>): string[] {
  const preferred = group.preferredVersion?.version;
  const versions = group.versions
    .map(({ version }) => version)
    .filter(version => VERSION.test(version));
  const first = versions.filter(version => version === preferred);
  const others = versions.filter(version => version !== preferred);
  return [...first, ...others].slice(0, MAX_VERSIONS);
}

/** Each kind in the first version that has it: OCIRepository was in v1beta2 when HelmRepository was in v1 already. */
async function servedIn(
  reader: ClusterReader,
  group: string,
  versions: readonly string[],
): Promise<ServedKind[]> {
  const wanted = CONSUMER_KINDS.filter(kind => kind.group === group);
  const served: ServedKind[] = [];
  for (const version of versions) {
    const missing = wanted.filter(
      ({ plural }) => !served.some(kind => kind.plural === plural),
    );
    if (missing.length === 0) {
      break;
    }
    const { resources } = await reader.expect(
      `/apis/${group}/${version}`,
      resourceListSchema,
    );
    const there = missing.filter(({ plural, kind }) =>
      resources.some(
        resource => resource.name === plural && resource.kind === kind,
      ),
    );
    served.push(...there.map(kind => ({ ...kind, version })));
  }
  return served;
}
