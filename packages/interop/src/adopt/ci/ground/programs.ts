import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTS } from '../../../services/hosts.ts';
import type { Sigstore } from '../../../services/sigstore.ts';
import { installed, type Toolbox } from '../../../tools/toolbox.ts';
import type { TrustFiles } from '../../../trust/trustFiles.ts';

export interface Versions {
  helm: 'helm' | 'helm3';
  cosign: 'cosign' | 'cosign2';
  /**
   * The text is for the public Sigstore, which cannot be reached here. **The one substitution there is**: `cosign` is then a script that adds
   * the flags naming the local services, and hands everything else on as it stands.
   */
  publicGood: boolean;
}

/** A folder for `PATH` with the programs that the texts call, under their usual names. */
export function layOutPrograms(
  folder: string,
  versions: Versions,
  {
    tools,
    sigstore,
    trust,
  }: {
    tools: Toolbox;
    sigstore: Sigstore;
    trust: TrustFiles;
  },
): string {
  const { helm, cosign, publicGood } = versions;
  const bin = join(folder, `bin-${helm}-${cosign}-${publicGood}`);
  mkdirSync(bin, { recursive: true });
  symlinkSync(installed(tools, helm), join(bin, 'helm'));
  symlinkSync(installed(tools, 'oras'), join(bin, 'oras'));
  const program = installed(tools, cosign);
  if (publicGood) {
    const flags =
      cosign === 'cosign' ? cosign3Flags(trust) : cosign2Flags(sigstore);
    writeFileSync(join(bin, 'cosign'), substitute(program, flags), {
      mode: 0o755,
    });
  } else {
    symlinkSync(program, join(bin, 'cosign'));
  }
  return bin;
}

interface Flags {
  signing: string[];
  verifying: string[];
}

function substitute(program: string, { signing, verifying }: Flags): string {
  return `#!/bin/sh
verb=$1
shift
case $verb in
  sign | attest) exec ${program} "$verb" ${signing.join(' ')} "$@" ;;
  verify | verify-attestation) exec ${program} "$verb" ${verifying.join(
    ' ',
  )} "$@" ;;
  *) exec ${program} "$verb" "$@" ;;
esac
`;
}

function cosign3Flags({ signingConfig, trustedRoot }: TrustFiles): Flags {
  return {
    signing: ['--signing-config', signingConfig, '--trusted-root', trustedRoot],
    verifying: ['--trusted-root', trustedRoot],
  };
}

/** cosign 2 sends Rekor v2 what it does not take: a timestamp stands in for the log. */
function cosign2Flags({ authorities }: Sigstore): Flags {
  return {
    signing: [
      '--tlog-upload=false',
      ...['--fulcio-url', `https://${HOSTS.fulcio}`],
      '--timestamp-server-url',
      `https://${HOSTS.timestamp}/api/v1/timestamp`,
    ],
    verifying: [
      ...['--insecure-ignore-tlog', '--use-signed-timestamps'],
      ...['--ca-roots', authorities.fulcioChain],
      ...['--timestamp-certificate-chain', authorities.timestampChain],
    ],
  };
}
