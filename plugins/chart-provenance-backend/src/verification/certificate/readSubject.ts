import { ASN1Obj } from '@sigstore/core';
import { NotProven } from '../outcome/NotProven';
import { OID } from './oids';
import { strictText } from './strictText';

const OTHER_NAME = 0;
const EMAIL = 1;
const URI = 6;

/**
 * The only subject alternative name: a URI, an e-mail address, or the other name that Fulcio writes for user names.
 *
 * @throws NotProven `wrong-identity` when there is none, more than one, or one of another kind.
 */
export function readSubject(extension: Buffer | undefined): string {
  const names = extension ? generalNames(extension) : [];
  if (names.length !== 1) {
    throw new NotProven(
      'wrong-identity',
      `The certificate names ${names.length} subjects; exactly one is required.`,
    );
  }
  const [name] = names;
  if (name.tag.isContextSpecific(URI) || name.tag.isContextSpecific(EMAIL)) {
    return strictText(name.value, 'subject');
  }
  if (name.tag.isContextSpecific(OTHER_NAME)) {
    return readOtherName(name);
  }
  throw otherKind();
}

function generalNames(extension: Buffer): ASN1Obj[] {
  return ASN1Obj.parseBuffer(Buffer.from(extension)).subs;
}

function readOtherName(name: ASN1Obj): string {
  const [type, wrapper] = name.subs;
  const value = wrapper?.subs[0];
  if (type?.toOID() !== OID.otherName || !value) {
    throw otherKind();
  }
  return strictText(value.value, 'subject');
}

function otherKind(): NotProven {
  return new NotProven(
    'wrong-identity',
    "The certificate's subject is of a kind that names no signer.",
  );
}
