import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KubernetesObject } from '../../services/kubernetes/KubernetesClient.ts';
import { attempt, type Outcome } from '../../process/run.ts';
import {
  readDefinitions,
  specOf,
} from '../../services/kubernetes/customResources.ts';
import type { EnforceText } from './product.ts';

/** Definitions of what policies that ask a registry are about. */
const WANTED = [
  'applications.argoproj.io',
  'ocirepositories.source.toolkit.fluxcd.io',
];
// Generous: it is a large program, and machines of continuous integration are slow.
const LIMIT_MS = 300_000;

/** What Kyverno says of one resource under one policy. */
export interface PolicyResult {
  policy: string;
  /** `kind namespace/name` */
  resource: string;
  result: 'pass' | 'fail' | 'error' | 'skip' | 'warn';
  message: string;
}

interface Report {
  results?: {
    policy: string;
    result: PolicyResult['result'];
    message?: string;
    resources: { kind: string; namespace?: string; name: string }[];
  }[];
}

/** The real Kyverno, without a cluster. */
export class KyvernoCli {
  private readonly program: string;
  private readonly folder: string;

  /** @param folder - for what is given to it; also its home */
  constructor(program: string, folder: string) {
    this.program = program;
    this.folder = folder;
  }

  /** Writes the files of a text below a folder of their own. @returns the folder */
  write(text: EnforceText): string {
    const folder = mkdtempSync(join(this.folder, 'text-'));
    for (const { path, text: words } of text.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), words);
    }
    return folder;
  }

  /** `kyverno test` over folders, which must find tests. */
  test(folders: readonly string[]): Promise<Outcome> {
    return this.run(['test', ...folders, '--require-tests', '--remove-color']);
  }

  /**
   * What the policies say of each resource.
   *
   * @param more - further arguments
   * @throws with Kyverno's words where it gives no report
   */
  async apply(
    policies: readonly string[],
    objects: readonly KubernetesObject[],
    more: readonly string[] = [],
  ): Promise<PolicyResult[]> {
    const folder = mkdtempSync(join(this.folder, 'resources-'));
    const resources = join(folder, 'resources.yaml');
    // JSON is YAML too.
    writeFileSync(
      resources,
      objects.map(object => JSON.stringify(object)).join('\n---\n'),
    );
    const outcome = await this.run([
      ...['apply', ...policies, '--resource', resources],
      ...['--policy-report', '--output-format', 'json', ...more],
    ]);
    return resultsOf(outcome);
  }

  /**
   * Arguments that tell it of Argo CD's and Flux's resources: what asks a registry does not take kinds that it does not know. All in one file,
   * as of several the last alone counts in Kyverno 1.19.1.
   */
  async definitions(): Promise<string[]> {
    const file = join(this.folder, 'definitions.yaml');
    if (!existsSync(file)) {
      const definitions = await readDefinitions();
      writeFileSync(
        file,
        definitions
          .filter(({ metadata }) => WANTED.includes(metadata.name))
          .map(definition => JSON.stringify(withoutSchemas(definition)))
          .join('\n---\n'),
      );
    }
    return ['--crd-paths', file];
  }

  private run(args: string[]): Promise<Outcome> {
    return attempt(this.program, args, {
      env: { PATH: process.env.PATH, HOME: this.folder },
      limitMs: LIMIT_MS,
    });
  }
}

function resultsOf({ stdout, stderr }: Outcome): PolicyResult[] {
  const line = stdout.split('\n').find(one => one.startsWith('{"kind"'));
  if (line === undefined) {
    throw new Error(
      `Kyverno gave no report: ${stderr}${stdout}`.slice(0, 2_000),
    );
  }
  const { results = [] } = JSON.parse(line) as Report;
  return results.flatMap(({ policy, result, message = '', resources }) =>
    resources.map(({ kind, namespace, name }) => ({
      ...{ policy, result, message },
      resource: `${kind} ${namespace ?? ''}/${name}`,
    })),
  );
}

/** Kyverno's command line wants names and versions alone, and takes seconds to read what Argo CD has besides. */
function withoutSchemas(definition: KubernetesObject): KubernetesObject {
  const { versions, ...spec } = specOf(definition);
  const schema = {
    openAPIV3Schema: {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
    },
  };
  return {
    ...definition,
    spec: {
      ...spec,
      versions: versions.map(version => ({ ...version, schema })),
    },
  };
}
