import { consumerReading } from '../consumerReading';
import { finding } from '../finding';
import {
  isRecord,
  listAt,
  oneLine,
  ReadingError,
  requiredTextAt,
  textAt,
} from '../json';
import { classifyVersion, versionAt } from '../pin';
import {
  chartTargetOf,
  TargetReading,
  unresolved,
} from '../target/chartTargetOf';
import { ConsumerReading } from '../types';
import {
  isAlias,
  LockedDependency,
  lockedDependency,
} from './lockedDependency';

const MAX_DEPENDENCIES = 500;

/** A dependency, or why it cannot be read. */
export type DependencyOutcome =
  | { reading: ConsumerReading }
  | { problem: string };

/**
 * The published charts that a Chart.yaml depends on. Local ones (`file://`, or without a repository) are left out.
 *
 * @throws ReadingError when the file as a whole cannot be read
 * @see https://helm.sh/docs/topics/charts/#chart-dependencies
 */
export function readDependencies(
  chart: unknown,
  lock: unknown,
): DependencyOutcome[] {
  if (!isRecord(chart)) {
    throw new ReadingError('It is not an object.');
  }
  const dependencies = listAt(chart, MAX_DEPENDENCIES, 'dependencies');
  if (dependencies.length === 0) {
    return [];
  }
  const name = oneLine(requiredTextAt(chart, 'name'), 253);
  return dependencies.flatMap((dependency, index): DependencyOutcome[] => {
    const part = dependencies.length > 1 ? `dependencies[${index}]` : '';
    try {
      const reading = readDependency(
        { chart: name, part, index, lock },
        dependency,
      );
      return reading ? [{ reading }] : [];
    } catch (error) {
      if (error instanceof ReadingError) {
        return [{ problem: `dependencies[${index}]: ${error.message}` }];
      }
      throw error;
    }
  });
}

/** Where a dependency stands. */
interface DependencyPlace {
  chart: string;
  part: string;
  index: number;
  lock: unknown;
}

function readDependency(
  { chart, part, index, lock }: DependencyPlace,
  dependency: unknown,
): ConsumerReading | undefined {
  if (!isRecord(dependency)) {
    throw new ReadingError('It is not an object.');
  }
  const repository = textAt(dependency, 'repository');
  if (repository === undefined || repository.startsWith('file://')) {
    return undefined;
  }
  const name = requiredTextAt(dependency, 'name');
  const { version, findings } = versionAt(dependency, 'version');
  const wanted = { index, name, repository, version };
  const locked = lockedDependency(lock, wanted);
  const target = targetOf(repository, name, locked);
  const pinned = pinOf(version, locked);
  return consumerReading(
    { kind: 'Chart', name: chart, namespace: null, labels: {} },
    {
      part,
      form: 'chart-dependency',
      target: target.target,
      written: [repository, name, version, pinned.note],
      wants: { version: pinned.version ?? null, digest: null },
      pin: pinned.pin,
      runs: null,
      gate: { kind: 'not-applicable' },
      destination: null,
      findings: [...target.findings, ...findings, ...pinned.findings],
    },
  );
}

/** The lock knows what an alias stood for when the dependencies were resolved. */
function targetOf(
  repository: string,
  name: string,
  locked: LockedDependency,
): TargetReading {
  if (isAlias(repository)) {
    return locked.kind === 'locked' && !isAlias(locked.repository)
      ? chartTargetOf(locked.repository, name)
      : unresolved(
          'It names a repository by an alias, which only a machine with that repository added knows.',
        );
  }
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(repository)) {
    return unresolved('The repository has no scheme.');
  }
  const read = chartTargetOf(repository, name);
  return repository.startsWith('oci://') && repository.endsWith('/')
    ? { ...read, findings: [...read.findings, finding('trailing-slash')] }
    : read;
}

/** With a lock that fits, the version in it is what is wanted: Helm fetches no other. */
function pinOf(version: string | undefined, locked: LockedDependency) {
  const { pin, findings } = classifyVersion(version, 'helm');
  if (locked.kind !== 'locked') {
    return {
      version,
      pin,
      note: undefined,
      findings:
        locked.kind === 'none'
          ? findings
          : [...findings, finding('lock-out-of-date')],
    };
  }
  const note =
    locked.version === version ? undefined : `(locked at ${locked.version})`;
  return { version: locked.version, pin: 'version' as const, note, findings };
}
