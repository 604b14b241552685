import {
  ConsumerReadings,
  LocatedReading,
  readConsumersInSteps,
} from 'backstage-plugin-chart-provenance-common/consumers';
import { DocumentProblem } from 'backstage-plugin-chart-provenance-node';
import { DocumentReader } from './DocumentReader';
import { TreeFile } from './FileTree';
import { splitDocuments } from './splitDocuments';
import { Turns } from './Turns';

/** Their charts are in other objects. */
const USES_SOURCES: ReadonlySet<string> = new Set(['HelmRelease', 'HelmChart']);

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
  reader.addProblems([...problems, ...chartUnknown(consumers)]);
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

/**
 * Releases that name a repository or source of charts that is not here. In a cluster all of them are listed, so that such a release gets no
 * chart; here it stands in another repository, or is excluded, and the chart may be any.
 */
function chartUnknown(
  consumers: readonly LocatedReading[],
): ConsumerReadings['problems'] {
  return consumers.flatMap(({ document, reading }) => {
    const { kind, namespace, name, target } = reading;
    return target.kind === 'unresolved' && USES_SOURCES.has(kind)
      ? [
          {
            document,
            object: `${kind} ${[namespace, name].filter(Boolean).join('/')}`,
            message: `${target.message} Which chart it uses is not known.`,
          },
        ]
      : [];
  });
}
