import { EvidenceError } from '../EvidenceError';
import { MAX_ARMOR_HEADERS, MAX_PROVENANCE_FILE_BYTES } from './bounds';
import { ClearSigned } from './ClearSigned';
import { decodeArmor } from './decodeArmor';
import { LineReader } from './LineReader';
import { malformed } from './malformed';
import { onlySignaturePacket } from './onlySignaturePacket';
import { readLines } from './readLines';

const BEGIN_MESSAGE = '-----BEGIN PGP SIGNED MESSAGE-----';
const BEGIN_SIGNATURE = '-----BEGIN PGP SIGNATURE-----';
const END_SIGNATURE = '-----END PGP SIGNATURE-----';
const HASH = /^Hash: ([A-Za-z0-9-]{1,16}(?:, ?[A-Za-z0-9-]{1,16}){0,7})$/;
const ARMOR_HEADER = /^(?:Version|Comment|MessageID|Charset): \S/;

/**
 * Takes a Helm provenance file apart: one clear-signed message with one signature, and nothing before, between or after. Text
 * outside of the signed part would be read by people, and by tools that are less strict, as if it were signed.
 *
 * @throws EvidenceError `evidence-too-large`; `bad-signature` for what is not such a message; `unsupported-format` for several
 * signatures.
 * @see https://www.rfc-editor.org/rfc/rfc9580#section-7
 * @internal
 */
export function openProvenanceFile(bytes: Uint8Array): ClearSigned {
  if (bytes.length > MAX_PROVENANCE_FILE_BYTES) {
    throw new EvidenceError(
      'evidence-too-large',
      `The provenance file has ${bytes.length} bytes; at most ${MAX_PROVENANCE_FILE_BYTES} are read.`,
    );
  }
  const lines = new LineReader(readLines(bytes));
  lines.expect(BEGIN_MESSAGE, 'It does not begin with a clear-signed message.');
  const hashes = readHashes(lines);
  const text = lines
    .upTo(BEGIN_SIGNATURE, 'It has no signature.')
    .map(unescape)
    .join('\n');
  const signature = decodeArmor(readArmorBody(lines));
  lines.expectEnd('Something follows the signature.');
  return { text, hashes, signature: onlySignaturePacket(signature) };
}

function readHashes(lines: LineReader): string[] {
  return lines
    .upTo('', 'No empty line ends its headers.', MAX_ARMOR_HEADERS)
    .flatMap(line => {
      const names = HASH.exec(line)?.[1];
      if (names === undefined) {
        throw malformed('Its header is not a list of hash algorithms.');
      }
      return names.split(',').map(name => name.trim().toLowerCase());
    });
}

function readArmorBody(lines: LineReader): string[] {
  const headers = lines.upTo(
    '',
    'No empty line ends the headers of its signature.',
    MAX_ARMOR_HEADERS,
  );
  if (!headers.every(line => ARMOR_HEADER.test(line))) {
    throw malformed('Its signature has headers that mean nothing.');
  }
  return lines.upTo(END_SIGNATURE, 'Its signature has no end.');
}

/** A line that begins with a dash has to be escaped, lest it be taken for armor by one reader and for text by another. */
function unescape(line: string): string {
  if (line.startsWith('- ')) {
    return line.slice(2);
  }
  if (line.startsWith('-')) {
    throw malformed(
      'A line of its text begins with a dash and is not escaped.',
    );
  }
  return line;
}
