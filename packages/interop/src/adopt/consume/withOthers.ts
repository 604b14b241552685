import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesClient } from '../../services/kubernetes/KubernetesClient.ts';
import { apply } from '../../services/kubernetes/resources.ts';
import type { Ground } from './ground.ts';
import { CHANGED, snippetInput, textOf } from './product.ts';

interface StoredSecret {
  type: string;
  data: Record<string, string>;
  metadata: { labels?: Record<string, string>; annotations?: unknown };
}

/** git takes every patch, and makes of the manifest what is said. */
export async function gitAppliesEveryChange(ground: Ground): Promise<void> {
  for (const { title, purpose, consumer, after } of CHANGED) {
    const input = snippetInput({ consumers: [consumer] });
    const [diff] = textOf(purpose, input).diffs ?? [];
    const path = consumer.path ?? '';
    const folder = ground.write({
      files: [{ path, language: 'yaml', text: consumer.text }],
    });
    writeFileSync(join(folder, 'a.patch'), diff?.patch ?? '');
    await ground.run('git', ['apply', '--verbose', 'a.patch'], folder);
    if (readFileSync(join(folder, path), 'utf8') !== after) {
      throw new Error(`${title}: git makes something else of it`);
    }
  }
}

/** Helmfile renders the chart of the digest. */
export async function helmfileRenders(
  ground: Ground,
  program: string,
): Promise<void> {
  const input = ground.input('payments', '1.8.2');
  const folder = ground.write(textOf('helmfile', input));
  const { stdout } = await ground.run(
    program,
    ['--file', 'helmfile.yaml', 'template'],
    folder,
  );
  if (!stdout.includes('kind: Deployment')) {
    throw new Error(`it renders ${stdout.slice(0, 500)}`);
  }
}

/** HCL's own formatter reads the text, and would write it no other way. */
export async function hclHasForm(
  ground: Ground,
  program: string,
): Promise<void> {
  const folder = ground.write(textOf('terraform', snippetInput()));
  await ground.run(program, ['-check', 'payments.tf'], folder);
}

/** The scripts make the Secrets that Flux and Argo CD look for, with the account that is in the files. */
export async function scriptsMakeSecrets(
  ground: Ground,
  admin: KubernetesClient,
): Promise<void> {
  const input = ground.input('payments', '1.8.2');
  for (const name of ['payments', 'argocd']) {
    const metadata = { name };
    await apply(admin, { apiVersion: 'v1', kind: 'Namespace', metadata });
  }
  const flux = ground.write(
    textOf('flux-oci-repository', input, { auth: 'secret' }),
  );
  const argo = ground.write(
    textOf('argocd-repository-secret', input, { from: 'kubectl' }),
  );
  writeFileSync(join(flux, 'user'), 'reader');
  writeFileSync(join(flux, 'password'), 'loopback-only');
  const files = {
    REGISTRY_USER: 'reader',
    REGISTRY_USER_FILE: join(flux, 'user'),
    REGISTRY_PASSWORD_FILE: join(flux, 'password'),
  };
  await ground.run('sh', ['create-pull-secret.sh'], flux, files);
  await ground.run('sh', ['create-trusted-root.sh'], flux, files);
  await ground.run('sh', ['create-repository-secret.sh'], argo, files);
  const stored = (namespace: string, name: string) =>
    admin.get<StoredSecret>(`/api/v1/namespaces/${namespace}/secrets/${name}`);
  const pull = await stored('payments', 'payments-pull');
  const root = await stored('payments', 'payments-trusted-root');
  const repository = await stored('argocd', 'payments-repository');
  const auth = Buffer.from('reader:loopback-only').toString('base64');
  const account = JSON.parse(decoded(pull.data['.dockerconfigjson']));
  expectSame(pull.type, 'kubernetes.io/dockerconfigjson');
  expectSame(account.auths[ground.host].auth, auth);
  JSON.parse(decoded(root.data['trusted_root.json']));
  expectSame(
    repository.metadata.labels?.['argocd.argoproj.io/secret-type'],
    'repository',
  );
  expectSame(decoded(repository.data.password), 'loopback-only');
  expectSame(
    decoded(repository.data.url),
    `oci://${ground.host}/acme/charts/payments`,
  );
  // kubectl would keep a copy of it there.
  expectSame(pull.metadata.annotations, undefined);
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString();
}

function expectSame(found: unknown, wanted: unknown): void {
  if (found !== wanted) {
    throw new Error(
      `${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`,
    );
  }
}
