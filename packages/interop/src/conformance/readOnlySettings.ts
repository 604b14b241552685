import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SuiteRun } from './SuiteRun.ts';

const REPOSITORY = 'acme/charts/payments';
/** The folder of the example company's layouts. */
export const EXAMPLES = fileURLToPath(
  new URL('../../../../examples/registry/', import.meta.url),
);
const REF_NAME = 'org.opencontainers.image.ref.name';

interface Entry {
  digest: string;
  annotations?: Record<string, string>;
}

interface Manifest {
  config: Entry;
  layers: Entry[];
  subject?: Entry;
}

const NOT_WRITTEN = {
  test: /^sha(256|512) blobs$|\/(push|delete)\/|\/manifest-put$/,
  because:
    'nobody may write to the registry of this run (spec: a registry MAY disable deletion; push is a workflow of its own)',
};

/** What the suite is to find in a repository that nobody may write to. */
export function readOnlySettings(): Omit<SuiteRun, 'name' | 'registry'> {
  const { manifests }: { manifests: Entry[] } = readJson('index.json');
  const digests = [...new Set(manifests.map(({ digest }) => digest))];
  const contents = digests.map(digest =>
    readJson<Manifest>(`blobs/${digest.replace(':', '/')}`),
  );
  const list = (found: (string | undefined)[]) =>
    [...new Set(found)].filter(Boolean).join(' ');
  return {
    // When pushing is off, the suite prints its report and then falls over its own results.yaml (ReportResultsYAML in its run.go).
    exitCode: 2,
    settings: {
      OCI_VERSION: '1.1',
      OCI_API_BLOBS_DIGEST_HEADER: 'true',
      // The header is sent, and asked for in the other runs: for contents that it did not make itself the suite forgets the answer
      // before it looks into it (ManifestHeadExists in its api.go).
      OCI_API_MANIFESTS_DIGEST_HEADER: 'false',
      OCI_REPO1: REPOSITORY,
      OCI_API_PUSH: 'false',
      OCI_API_BLOBS_DELETE: 'false',
      OCI_API_MANIFESTS_DELETE: 'false',
      OCI_API_TAGS_DELETE: 'false',
      OCI_RO_DATA_TAGS: list(
        manifests.map(({ annotations }) => annotations?.[REF_NAME]),
      ),
      OCI_RO_DATA_MANIFESTS: list(digests),
      OCI_RO_DATA_BLOBS: list(
        contents.flatMap(({ config, layers }) =>
          [config, ...layers].map(({ digest }) => digest),
        ),
      ),
      OCI_RO_DATA_REFERRERS: list(
        contents.map(({ subject }) => subject?.digest),
      ),
    },
    allowed: [NOT_WRITTEN],
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(EXAMPLES, REPOSITORY, path), 'utf8'));
}
