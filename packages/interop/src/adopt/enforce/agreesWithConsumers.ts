import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../services/kubernetes/KubernetesClient.ts';
import { chartInput, policyOf, SIGNERS } from './chartInput.ts';
import { policyFolder } from './evasions/refusesEvasions.ts';
import type { KyvernoCli } from './KyvernoCli.ts';
import { generateText, type EnforceInput } from './product.ts';

const DIGEST = `sha256:${'1f'.repeat(32)}`;

/** What the product tells people to write for Flux and Argo CD passes the policies that it makes, whoever may sign. @returns how many */
export async function agreesWithConsumers(
  kyverno: KyvernoCli,
): Promise<number> {
  const signers: (keyof typeof SIGNERS)[] = [
    'exact',
    'pattern',
    'private',
    'key',
  ];
  for (const signer of signers) {
    const input: EnforceInput = {
      ...chartInput([policyOf('release', [signer])]),
      version: {
        ...{ version: '1.8.2', tag: '1.8.2', digest: DIGEST },
        ...{ chartLayerDigest: DIGEST, status: 'verified' },
      },
    };
    const policies = generateText('kyverno', input, {
      ...{ mode: 'deny', scope: 'folder' },
    });
    const folder = policyFolder(kyverno.write(policies), policies);
    const objects = ['flux-oci-repository', 'argocd-oci'].flatMap(id =>
      manifestsOf(id, input),
    );
    const results = await kyverno.apply(
      readdirSync(folder)
        .filter(name => name.endsWith('.yaml') && name !== 'signature.yaml')
        .map(name => join(folder, name)),
      objects,
    );
    const refused = results.filter(({ result }) => result !== 'pass');
    if (refused.length > 0 || results.length < 4) {
      throw new Error(`${signer}: ${JSON.stringify(results, null, 1)}`);
    }
  }
  return signers.length;
}

function manifestsOf(id: string, input: EnforceInput): KubernetesObject[] {
  return generateText(id, input, {})
    .files.filter(({ language }) => language === 'yaml')
    .flatMap(({ text }) =>
      parseAllDocuments(text).map(
        document => document.toJS() as KubernetesObject,
      ),
    )
    .filter(({ kind }) =>
      /^(?:OCIRepository|HelmRelease|Application)$/.test(kind),
    );
}
