import { ASN1Obj, X509Certificate } from '@sigstore/core';
import { Signer } from 'backstage-plugin-chart-provenance-common';
import { NotProven } from '../outcome/NotProven';
import { OID } from './oids';
import { readExtensions } from './readExtensions';
import { readSubject } from './readSubject';
import { strictText, strictUtf8String } from './strictText';

type KeylessSigner = Extract<Signer, { kind: 'keyless' }>;

/**
 * Who the certificate was issued to. To be called with a certificate that is proven under `root`.
 *
 * @throws NotProven when anything that names the signer could be read in two ways.
 */
export function readSigner(
  certificate: X509Certificate,
  root: string,
): KeylessSigner {
  const extensions = readExtensions(certificate);
  assertCodeSigning(extensions.get(OID.extendedKeyUsage));
  const optional = (oid: string, what: string) => {
    const bytes = extensions.get(oid);
    return bytes && strictUtf8String(bytes, what);
  };
  return {
    kind: 'keyless',
    root,
    issuer: readIssuer(extensions),
    subject: readSubject(extensions.get(OID.subjectAlternativeName)),
    sourceRepository: optional(OID.sourceRepository, 'source repository'),
    sourceDigest: optional(OID.sourceDigest, 'source commit'),
    sourceRef: optional(OID.sourceRef, 'source ref'),
    buildSigner: optional(OID.buildSigner, 'build signer'),
    runInvocation: optional(OID.runInvocation, 'run invocation'),
    trigger: optional(OID.trigger, 'trigger'),
    sourceRepositoryId: optional(
      OID.sourceRepositoryId,
      'source repository id',
    ),
    sourceOwner: optional(OID.sourceOwner, 'source owner'),
    sourceOwnerId: optional(OID.sourceOwnerId, 'source owner id'),
    runnerEnvironment: optional(OID.runnerEnvironment, 'runner environment'),
    buildConfig: optional(OID.buildConfig, 'build configuration'),
    sourceVisibility: optional(OID.sourceVisibility, 'source visibility'),
  };
}

function readIssuer(extensions: Map<string, Buffer>): string {
  const v1 = extensions.get(OID.issuerV1);
  const v2 = extensions.get(OID.issuer);
  const names = [
    v2 && strictUtf8String(v2, 'issuer'),
    v1 && strictText(v1, 'issuer'),
  ].filter(name => name !== undefined);
  if (names.length === 0 || names.some(name => name !== names[0])) {
    throw new NotProven(
      'wrong-issuer',
      names.length
        ? 'The certificate names two issuers.'
        : 'The certificate names no issuer.',
    );
  }
  return names[0];
}

function assertCodeSigning(extension: Buffer | undefined): void {
  const usages = extension
    ? ASN1Obj.parseBuffer(Buffer.from(extension)).subs.map(usage =>
        usage.toOID(),
      )
    : [];
  if (!usages.includes(OID.codeSigning)) {
    throw new NotProven(
      'untrusted-root',
      'The certificate was not issued for signing code.',
    );
  }
}
