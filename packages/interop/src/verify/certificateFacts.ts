import { X509Certificate } from 'node:crypto';
import { elements, oid, type Element } from '../pki/der.ts';

const FULCIO = '1.3.6.1.4.1.57264.1';

/** What a Fulcio certificate says about who signed, in the words of Fulcio's OIDs. */
export function certificateFacts(rawBytes: Buffer) {
  const certificate = new X509Certificate(rawBytes);
  const found = extensions(rawBytes);
  const text = (n: number) => {
    const value = found.get(oid(`${FULCIO}.${n}`).toString('hex'));
    return value && elements(value)[0].content.toString('utf8');
  };
  return {
    issuer: text(8),
    subject: certificate.subjectAltName?.replace(/^(URI|email):/, ''),
    buildSignerUri: text(9),
    buildSignerDigest: text(10),
    runnerEnvironment: text(11),
    sourceRepository: text(12),
    sourceDigest: text(13),
    sourceRef: text(14),
    sourceRepositoryId: text(15),
    sourceRepositoryOwner: text(16),
    sourceRepositoryOwnerId: text(17),
    buildConfigUri: text(18),
    buildConfigDigest: text(19),
    buildTrigger: text(20),
    runInvocationUri: text(21),
    sourceRepositoryVisibility: text(22),
  };
}

/** Extension values by the hex of their DER-encoded OID. */
function extensions(rawBytes: Buffer): Map<string, Buffer> {
  const [certificate] = elements(rawBytes);
  const [toBeSigned] = elements(certificate.content);
  const last = elements(toBeSigned.content).at(-1) as Element;
  const [list] = elements(last.content);
  return new Map(
    elements(list.content).map(({ content }) => {
      const parts = elements(content);
      return [
        parts[0].bytes.toString('hex'),
        parts[parts.length - 1].content,
      ] as const;
    }),
  );
}
