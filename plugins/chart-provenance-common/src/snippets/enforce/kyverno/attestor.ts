import { KeylessSigner, Signer, trustedRootText } from '../facts';
import { Noted, YamlValue } from '../yaml';

/** A signer as Kyverno's ImageValidatingPolicy asks for one. */
export function attestor(signer: Signer): YamlValue {
  if (signer.kind === 'key') {
    return {
      key: { data: signer.pem },
      ctlog: new Noted('The key is the proof: no log is asked.', {
        insecureIgnoreTlog: true,
        insecureIgnoreSCT: true,
      }),
    };
  }
  const { identity } = signer;
  return {
    keyless: {
      identities: [
        { issuer: identity.issuerText, subjectRegExp: identity.subject },
      ],
    },
    ...rootOf(signer),
  };
}

function rootOf({ root }: KeylessSigner): { [key: string]: YamlValue } {
  const text = root.type === 'publicGood' ? undefined : trustedRootText(root);
  if (text === undefined) {
    return {};
  }
  const { tlog, ctlog } = root.thresholds;
  return {
    trustedRoot: { value: text },
    // Without a log a timestamp tells when it was signed.
    ...(tlog === 0
      ? {
          ctlog: {
            insecureIgnoreTlog: true,
            ...(ctlog === 0 ? { insecureIgnoreSCT: true } : {}),
          },
        }
      : {}),
  };
}
