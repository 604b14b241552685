import { readApplication } from './argocd';
import { readDependencies } from './chart';
import { LocatedObject, nameObject } from './documents';
import { ConsumerDocument, ConsumerReadings } from './documentTypes';
import { FluxObjects, readFlux, SourceUsers } from './flux';
import { at, oneLine, ReadingError } from './json';
import { ConsumerReading } from './types';

const MAX_OBJECTS = 50_000;
const MAX_CONSUMERS = 50_000;
const MAX_PROBLEMS = 1_000;
const MAX_OWNERS = 10;
const FLUX_GROUPS = ['helm', 'source', 'kustomize'].map(
  name => `${name}.toolkit.fluxcd.io`,
);

/** All that is known of one place: first every object is added, then each is read, because they refer to each other. */
export class ConsumerPlace {
  readonly readings: ConsumerReadings = {
    consumers: [],
    problems: [],
    truncated: false,
  };
  readonly objects: LocatedObject[] = [];
  readonly #flux = new FluxObjects();
  readonly #users = new SourceUsers();
  /** Ids of the ApplicationSets that made one of the Applications seen: those are what deploys. */
  readonly #sets = new Set<string>();

  add(located: LocatedObject): void {
    const { group, kind, object } = located;
    const isFlux = FLUX_GROUPS.includes(group);
    if (!isFlux && group !== 'argoproj.io') {
      return;
    }
    if (this.objects.length >= MAX_OBJECTS) {
      this.readings.truncated = true;
      return;
    }
    this.objects.push(located);
    if (isFlux) {
      this.#flux.add(located);
      this.#users.add(located);
    } else if (kind === 'Application') {
      for (const set of setsOwning(object)) {
        this.#sets.add(set);
      }
    }
  }

  readObject(located: LocatedObject): void {
    const { document } = located;
    this.#reading(document, nameObject(located), () => {
      for (const reading of this.#consumersIn(located)) {
        this.#found(document, reading);
      }
    });
  }

  readChart(
    document: number,
    chart: Extract<ConsumerDocument, { kind: 'chart' }>,
  ): void {
    const name = at(chart.value, 'name');
    const object = `Chart ${typeof name === 'string' ? name : ''}`.trim();
    this.#reading(document, object, () => {
      for (const outcome of readDependencies(chart.value, chart.lock)) {
        if ('reading' in outcome) {
          this.#found(document, outcome.reading);
        } else {
          this.#problem(document, object, outcome.problem);
        }
      }
    });
  }

  #consumersIn(located: LocatedObject): ConsumerReading[] {
    const { group, kind, object } = located;
    if (group !== 'argoproj.io') {
      const reading = readFlux(located, this.#flux, this.#users);
      return reading ? [reading] : [];
    }
    if (kind === 'Application') {
      return readApplication(kind, object);
    }
    const uid = at(object, 'metadata', 'uid');
    const isMade = typeof uid === 'string' && this.#sets.has(uid);
    return kind === 'ApplicationSet' && !isMade
      ? readApplication(kind, object)
      : [];
  }

  #found(document: number, reading: ConsumerReading): void {
    if (this.readings.consumers.length >= MAX_CONSUMERS) {
      this.readings.truncated = true;
      return;
    }
    this.readings.consumers.push({ document, reading });
  }

  #problem(document: number, object: string, message: string): void {
    if (this.readings.problems.length < MAX_PROBLEMS) {
      this.readings.problems.push({
        document,
        object: oneLine(object, 300),
        message: oneLine(message, 300),
      });
    }
  }

  #reading(document: number, object: string, read: () => void): void {
    try {
      read();
    } catch (error) {
      this.#problem(
        document,
        object,
        error instanceof ReadingError
          ? error.message
          : 'It could not be read: it is built in a way that nobody expected.',
      );
    }
  }
}

/**
 * The ApplicationSets that an Application was made by, by the id that the cluster gave them: a name anybody can write, and it would make the
 * set of somebody else vanish.
 */
function setsOwning(application: unknown): string[] {
  const owners = at(application, 'metadata', 'ownerReferences');
  return (Array.isArray(owners) ? owners.slice(0, MAX_OWNERS) : [])
    .filter(owner => at(owner, 'kind') === 'ApplicationSet')
    .map(owner => at(owner, 'uid'))
    .filter(uid => typeof uid === 'string' && uid !== '')
    .map(String);
}
