import { X509Certificate as NodeCertificate } from 'node:crypto';
import { ASN1Obj, X509Certificate } from '@sigstore/core';
import { NotProven } from '../../outcome/NotProven';
import { distinguishedName } from './distinguishedName';
import { hashOfBytes } from './hashOfBytes';
import { Certificate } from './Certificate';
import {
  BASIC_CONSTRAINTS,
  CERTIFICATE_POLICIES,
  EXTENDED_KEY_USAGE,
  KEY_USAGE,
  NAME_CONSTRAINTS,
  RSASSA_PSS,
} from './oids';

const UNDERSTOOD: ReadonlySet<string> = new Set([
  BASIC_CONSTRAINTS,
  CERTIFICATE_POLICIES,
  EXTENDED_KEY_USAGE,
  KEY_USAGE,
]);

/**
 * Reads one certificate: keys and signatures by OpenSSL, extensions by `@sigstore/core`, because Node tells none of them apart.
 *
 * @throws NotProven `bad-signature` for what is none.
 */
export function readCertificate(der: Buffer): Certificate {
  try {
    return read(der);
  } catch (cause) {
    throw new NotProven(
      'bad-signature',
      'A certificate of the Notation signature cannot be read.',
      cause,
    );
  }
}

function read(der: Buffer): Certificate {
  // It takes nothing but one DER certificate; the other would take PEM, and skip over what follows.
  const parsed = X509Certificate.parse(Buffer.from(der));
  const x509 = new NodeCertificate(der);
  const { notBefore, notAfter } = parsed;
  if (Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime())) {
    throw new Error('its times cannot be read');
  }
  return {
    x509,
    publicKey: x509.publicKey,
    fingerprint: hashOfBytes(der),
    subjectName: distinguishedName(subjectOf(parsed)),
    subject: parsed.subject,
    issuer: parsed.issuer,
    notBefore,
    notAfter,
    signedWith: signatureOf(parsed),
    ...extensionsOf(parsed),
  };
}

/** After serial number, algorithm, issuer and validity; before all of them stands the version, where there is one. */
function subjectOf({ tbsCertificate: { subs } }: X509Certificate): ASN1Obj {
  return subs[subs[0].tag.isContextSpecific(0) ? 5 : 4];
}

function signatureOf({ root }: X509Certificate): string {
  const [algorithm, parameters] = root.subs[1].subs;
  const oid = algorithm.toOID();
  // Without parameters its digest is SHA-1.
  return oid === RSASSA_PSS
    ? parameters?.subs
        .find(({ tag }) => tag.isContextSpecific(0))
        ?.subs[0].subs[0].toOID() ?? oid
    : oid;
}

function extensionsOf(
  parsed: X509Certificate,
): Pick<
  Certificate,
  | 'isAuthority'
  | 'pathLength'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'notUnderstood'
> {
  const extensions = parsed.root.subs[0].subs.some(isExtensions)
    ? parsed.extensions.map(({ subs }) => {
        const [oid] = subs;
        return parsed.extension(oid.toOID());
      })
    : [];
  const known = extensions.flatMap(extension => extension ?? []);
  const oids = known.map(({ oid }) => oid);
  if (new Set(oids).size !== oids.length) {
    throw new Error('an extension is there twice');
  }
  const constraints = parsed.extBasicConstraints;
  const usage = parsed.extension(KEY_USAGE);
  const purposes = parsed.extension(EXTENDED_KEY_USAGE);
  const pathLength = constraints?.pathLenConstraint;
  return {
    isAuthority: constraints?.isCA ?? false,
    ...(pathLength !== undefined && { pathLength: Number(pathLength) }),
    ...(usage?.critical && { keyUsage: bitsOf(usage.valueObj.subs[0]) }),
    ...(purposes && {
      extendedKeyUsage: purposes.valueObj.subs[0].subs.map(each =>
        each.toOID(),
      ),
    }),
    notUnderstood: known
      .filter(
        ({ oid, critical }) =>
          oid === NAME_CONSTRAINTS || (critical && !UNDERSTOOD.has(oid)),
      )
      .map(({ oid }) => oid),
  };
}

function isExtensions({ tag }: ASN1Obj): boolean {
  return tag.isContextSpecific(3);
}

function bitsOf(value: ASN1Obj): Set<number> {
  return new Set(
    value.toBitString().flatMap((bit, index) => (bit === 1 ? [index] : [])),
  );
}
