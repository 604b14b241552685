import {
  LocatedReading,
  readConsumersInSteps,
} from 'backstage-plugin-chart-provenance-common/consumers';
import { DocumentProblem } from 'backstage-plugin-chart-provenance-node';
import { DocumentReader } from './DocumentReader';
import { TreeFile } from './FileTree';
import { splitDocuments } from './splitDocuments';
import { Turns } from './Turns';

/** What the files of a place say. */
export interface DocumentReadings {
  consumers: { path: string; reading: LocatedReading['reading'] }[];
  problems: DocumentProblem[];
  /** How many documents are no YAML, or too large, and so may hide consumers. */
  unparsed: number;
  /** There is more than the limits allow. */
  truncated: boolean;
}

/**
 * Reads the consumers in the files of one place. Documents that are broken become problems with file and number; their neighbours count.
 *
 * @throws the signal's reason only
 */
export async function readDocuments(
  files: readonly TreeFile[],
  signal: AbortSignal,
): Promise<DocumentReadings> {
  const turns = new Turns(signal);
  const reader = new DocumentReader(files);
  for (const file of files) {
    const documents = splitDocuments(file.text);
    for (const document of documents) {
      reader.read(file, document, documents.length > 1);
      await turns.next();
    }
  }
  const steps = readConsumersInSteps(reader.documents);
  let step = steps.next();
  while (!step.done) {
    await turns.next();
    step = steps.next();
  }
  const { consumers, problems, truncated } = step.value;
  reader.addProblems(problems);
  return {
    consumers: consumers.map(({ document, reading }) => ({
      path: reader.originOf(document).path,
      reading,
    })),
    problems: reader.problems,
    unparsed: reader.unparsed,
    truncated,
  };
}
