import { malformed } from './malformed';
import { NotationEnvelope } from './NotationEnvelope';
import { openCose } from './openCose';
import { openJws } from './openJws';

export const JWS_ENVELOPE = 'application/jose+json';
export const COSE_ENVELOPE = 'application/cose';

/** First byte of CBOR with tag 18; no JSON text begins with it. */
const TAGGED_SIGN1 = 0xd2;

/**
 * Takes a signature of Notation apart, within bounds. Which of the two syntaxes it is in, its first byte says.
 *
 * @param mediaType - of the layer it stands in, where that is known: then it has to be what the bytes are.
 * @throws EvidenceError `evidence-too-large`; `bad-signature` for what is no such signature; `unsupported-format` for one that asks for
 * what is not done here.
 * @internal
 */
export function openNotation(
  bytes: Uint8Array,
  mediaType?: string,
): NotationEnvelope {
  const syntax = bytes[0] === TAGGED_SIGN1 ? COSE_ENVELOPE : JWS_ENVELOPE;
  if (mediaType !== undefined && mediaType !== syntax) {
    throw malformed('it is not what the type of its layer says.');
  }
  return syntax === COSE_ENVELOPE ? openCose(bytes) : openJws(bytes);
}
