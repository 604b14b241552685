import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Helm } from '../charts/helm.ts';
import type { HelmSigner } from '../charts/helmSigner.ts';
import type { Cosign, PredicateType } from '../evidence/cosign.ts';
import { cyclonedxPredicate } from '../evidence/cyclonedx.ts';
import { slsaProvenancePredicate } from '../evidence/slsaProvenance.ts';
import { spdxPredicate } from '../evidence/spdx.ts';
import type { Registry } from '../registry/registryHandler.ts';
import type { Repository } from '../registry/repository.ts';
import { HOSTS } from '../services/hosts.ts';
import type { Sigstore } from '../services/sigstore.ts';
import { alterSignature, hangOnto } from './accidents.ts';
import type { Release } from './release.ts';
import type { Signer } from './signers.ts';

const SIGNED_AFTER_MS = 75_000;
const REPLACED_AFTER_MS = 41.7 * 60 * 60 * 1000;

export interface Published {
  release: Release;
  digest: string;
}

/** Packages, pushes and signs releases, and lets accidents happen to them. */
export class Publisher {
  private readonly tools: {
    sigstore: Sigstore;
    registry: Registry;
    helm: Helm;
    cosign: Cosign;
    helmSigner: HelmSigner;
    /** Folder of the chart sources. */
    charts: string;
  };
  private runNumber = 100;

  constructor(tools: Publisher['tools']) {
    this.tools = tools;
  }

  async publish(release: Release): Promise<Published> {
    const { sigstore } = this.tools;
    this.runNumber += 1;
    const at = new Date(release.at);
    await sigstore.setClock(new Date(at.getTime() + SIGNED_AFTER_MS));

    const repository = this.repository(release);
    const tag = release.version.replace('+', '_');
    const before = repository.tags.get(tag);
    const digest = await this.push(
      release,
      at,
      release.rebuild ? anotherBuild : undefined,
    );
    if (release.signer) {
      await this.sign(release, release.signer, digest);
    }
    if (release.rebuild && before) {
      repository.tags.set(tag, before);
    }
    return {
      release,
      digest: await this.afterwards(release, at, repository, digest),
    };
  }

  private async afterwards(
    release: Release,
    at: Date,
    repository: Repository,
    digest: string,
  ): Promise<string> {
    switch (release.accident) {
      case 'replaced': {
        const later = new Date(at.getTime() + REPLACED_AFTER_MS);
        const replacement = await this.push(release, later, withForeignImage);
        hangOnto(repository, { from: digest, to: replacement, at: later });
        return replacement;
      }
      case 'signature-altered':
        alterSignature(repository, digest);
        return digest;
      default:
        return digest;
    }
  }

  private async push(
    release: Release,
    at: Date,
    edit?: (folder: string) => void,
  ): Promise<string> {
    const { helm, helmSigner, charts } = this.tools;
    const archive = await helm.package({
      source: join(charts, release.chart),
      version: release.version,
      appVersion: release.appVersion,
      at,
      edit,
      signer: release.provenanceFile ? helmSigner : undefined,
    });
    return helm.push(archive, `oci://${HOSTS.registry}/acme/charts`);
  }

  private async sign(release: Release, signer: Signer, digest: string) {
    const { cosign } = this.tools;
    const reference = `${HOSTS.registry}/acme/charts/${release.chart}@${digest}`;
    await cosign.sign(reference, signer, this.runNumber);
    for (const type of release.attest ?? []) {
      const predicate = this.predicate(type, release, signer);
      await cosign.attest(reference, signer, this.runNumber, {
        type,
        predicate,
      });
    }
  }

  private predicate(type: PredicateType, release: Release, signer: Signer) {
    if (type === 'cyclonedx') {
      return cyclonedxPredicate(release);
    }
    if (type === 'spdxjson') {
      return spdxPredicate(release);
    }
    if (signer.kind !== 'workflow') {
      throw new Error('only a workflow has build provenance');
    }
    return slsaProvenancePredicate(release, signer, this.runNumber);
  }

  private repository({ chart }: Release): Repository {
    return this.tools.registry.repository(`acme/charts/${chart}`);
  }
}

function anotherBuild(folder: string): void {
  replaceInValues(folder, 'memory: 256Mi', 'memory: 512Mi');
}

function withForeignImage(folder: string): void {
  replaceInValues(
    folder,
    'repository: registry.acme.example/acme/images/',
    'repository: mirror.example.net/acme/images/',
  );
}

function replaceInValues(folder: string, from: string, to: string): void {
  const file = join(folder, 'values.yaml');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) {
    throw new Error(`${file} has no "${from}"`);
  }
  writeFileSync(file, text.replace(from, to));
}
