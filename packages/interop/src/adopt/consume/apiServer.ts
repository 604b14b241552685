import { parseAllDocuments } from 'yaml';
import { apply } from '../../services/kubernetes/resources.ts';
import { specOf } from '../../services/kubernetes/customResources.ts';
import type {
  KubernetesClient,
  KubernetesObject,
} from '../../services/kubernetes/KubernetesClient.ts';

const CORE: Record<string, string> = {
  Secret: 'secrets',
  ConfigMap: 'configmaps',
};

/** Asks an API server whether it would take manifests, without leaving anything there. */
export class ManifestTaker {
  private readonly client: KubernetesClient;
  private readonly plurals: ReadonlyMap<string, string>;
  private readonly namespaces = new Set(['default']);

  constructor(
    client: KubernetesClient,
    definitions: readonly KubernetesObject[],
  ) {
    this.client = client;
    this.plurals = new Map(
      definitions.map(one => {
        const { group, names } = specOf(one);
        return [`${group}/${names.kind}`, names.plural];
      }),
    );
  }

  /**
   * Has it checked strictly (unknown fields, the schema, its rules), and compares what it would keep with what was written.
   *
   * @returns how many objects there were
   * @throws with the API server's own words, or with the field that it would keep otherwise
   */
  async take(text: string): Promise<number> {
    const documents = parseAllDocuments(text);
    for (const document of documents) {
      if (document.errors.length > 0) {
        throw new Error(`${document.errors[0].message}\n${text}`);
      }
      await this.takeOne(document.toJS() as KubernetesObject);
    }
    return documents.length;
  }

  private async takeOne(object: KubernetesObject): Promise<void> {
    const { namespace = 'default' } = object.metadata;
    await this.haveNamespace(namespace);
    const kept = await this.client.post<KubernetesObject>(
      `${this.folderOf(object)}/namespaces/${namespace}/${this.pluralOf(
        object,
      )}?fieldValidation=Strict&dryRun=All`,
      object,
    );
    const { stringData, ...written } = object;
    contains(written, kept, object.kind);
    for (const [key, value] of Object.entries(stringData ?? {})) {
      const stored = (kept.data as Record<string, string>)[key] ?? '';
      contains(value, Buffer.from(stored, 'base64').toString(), key);
    }
  }

  private async haveNamespace(name: string): Promise<void> {
    if (!this.namespaces.has(name)) {
      this.namespaces.add(name);
      const metadata = { name };
      await apply(this.client, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata,
      });
    }
  }

  private folderOf({ apiVersion }: KubernetesObject): string {
    return apiVersion.includes('/')
      ? `/apis/${apiVersion}`
      : `/api/${apiVersion}`;
  }

  private pluralOf({ apiVersion, kind }: KubernetesObject): string {
    const group = apiVersion.replace(/\/.*/, '');
    const plural =
      this.plurals.get(`${group}/${kind}`) ??
      (apiVersion === 'v1' ? CORE[kind] : undefined);
    if (plural === undefined) {
      throw new Error(`nobody defines ${apiVersion} ${kind}`);
    }
    return plural;
  }
}

/** Everything that was written is there; an API server may add defaults. */
function contains(written: unknown, kept: unknown, place: string): void {
  if (typeof written !== 'object' || written === null) {
    if (written !== kept) {
      throw new Error(
        `${place}: ${JSON.stringify(written)} is kept as ${JSON.stringify(
          kept,
        )}`,
      );
    }
    return;
  }
  for (const [key, value] of Object.entries(written)) {
    contains(
      value,
      (kept as Record<string, unknown>)?.[key],
      `${place}.${key}`,
    );
  }
}
