import { asInGit } from './asInGit';
import { ConsumerPlace } from './ConsumerPlace';
import { objectsOf } from './documents';
import { ConsumerDocument, ConsumerReadings } from './documentTypes';

/**
 * Reads the consumers in all documents of one place (a cluster, a Git tree), so that Flux objects that name each other are found. Never throws: what
 * cannot be read becomes a problem, and hides nothing else.
 *
 * @public
 */
export function readConsumers(
  documents: readonly ConsumerDocument[],
): ConsumerReadings {
  const steps = readConsumersInSteps(documents);
  let step = steps.next();
  while (!step.done) {
    step = steps.next();
  }
  return step.value;
}

/**
 * The same, in steps of about one object, for callers that have other things to do in between.
 *
 * @public
 */
export function* readConsumersInSteps(
  documents: readonly ConsumerDocument[],
): Generator<void, ConsumerReadings> {
  const place = new ConsumerPlace();
  for (const [index, document] of documents.entries()) {
    if (document.kind === 'manifest') {
      for (const object of objectsOf(document.value)) {
        const { folder } = document;
        const located = folder === undefined ? object : asInGit(object);
        place.add({ ...located, document: index, folder });
        yield;
      }
    }
  }
  const objects = place.objects[Symbol.iterator]();
  let object = objects.next();
  for (const [index, document] of documents.entries()) {
    if (document.kind === 'chart') {
      place.readChart(index, document);
      yield;
    }
    while (!object.done && object.value.document === index) {
      place.readObject(object.value);
      yield;
      object = objects.next();
    }
  }
  return place.readings;
}
