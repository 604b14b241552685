import { z } from 'zod';
import { malformed } from './malformed';
import { parseYamlMap } from './parseYamlMap';
import { ProvenanceStatement } from './ProvenanceStatement';
import { topLevelEntries } from './topLevelEntries';

/** How Helm parts the documents. */
const SEPARATOR = '\n...\n';

const sumsSchema = z.strictObject({
  files: z.record(z.string(), z.string().regex(/^sha256:[0-9a-f]{64}$/)),
});

/**
 * Reads the text of a provenance file: exactly two YAML documents, Chart.yaml and the digest of exactly one file.
 *
 * @param text - signed, and verified before it is given here.
 * @throws EvidenceError `bad-signature`
 * @see https://github.com/helm/helm/blob/v4.2.4/pkg/provenance/sign.go
 * @internal
 */
export function readProvenanceStatement(text: string): ProvenanceStatement {
  const parts = text.split(SEPARATOR);
  if (parts.length !== 2) {
    throw malformed('Its text is not exactly two documents.');
  }
  const chart = topLevelEntries(parts[0]);
  const sums = sumsSchema.safeParse(parseYamlMap(parts[1]));
  const files = sums.success ? Object.entries(sums.data.files) : [];
  if (files.length !== 1) {
    throw malformed('It does not name exactly one file by its SHA-256 digest.');
  }
  const [[file, digest]] = files;
  return {
    name: textOf(chart, 'name'),
    version: textOf(chart, 'version'),
    file,
    digest,
  };
}

function textOf(entries: Map<string, string>, key: string): string {
  const entry = z
    .strictObject({ [key]: z.string().min(1) })
    .safeParse(parseYamlMap(entries.get(key) ?? ''));
  if (!entry.success) {
    throw malformed('Its Chart.yaml has no name or no version.');
  }
  return entry.data[key];
}
