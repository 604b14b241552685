import { gzipSync } from 'node:zlib';
import { Reply } from '../server/Reply';
import { Fault } from './Fault';

const MEBIBYTE = 1024 * 1024;

/** The faults that change a proper answer. */
export type AnswerFault = Extract<
  Fault,
  { kind: 'digest' | 'link' | 'malformed' | 'gzip-bomb' }
>;

/**
 * @param reply - what the registry would have answered
 * @param page - path and query of the request
 * @internal
 */
export function alterReply(
  fault: AnswerFault,
  reply: Reply,
  page: string,
): Reply {
  switch (fault.kind) {
    case 'link': {
      const next = fault.next === 'loop' ? page : fault.next;
      return withHeaders(reply, { Link: `<${next}>; rel="next"` });
    }
    case 'digest':
      return lyingReply(fault, reply);
    case 'malformed':
      return {
        ...reply,
        body: Buffer.from('{"schemaVersion":2,"manifests":['),
      };
    default:
      return {
        ...withHeaders(reply, { 'Content-Encoding': 'gzip' }),
        body: gzipBomb(fault.bytes ?? 256 * MEBIBYTE),
      };
  }
}

function lyingReply(
  fault: Extract<Fault, { kind: 'digest' }>,
  reply: Reply,
): Reply {
  const body = Uint8Array.from(reply.body);
  if (fault.alterBytes && body.length > 0) {
    // The last byte but one: JSON that ends in `}` stays the same length and mostly still parses up to there.
    const at = Math.max(0, body.length - 2);
    body[at] = body[at] === 0x20 ? 0x0a : 0x20;
  }
  return fault.header === undefined
    ? { ...reply, body }
    : {
        ...withHeaders(reply, { 'Docker-Content-Digest': fault.header }),
        body,
      };
}

function withHeaders(reply: Reply, headers: Record<string, string>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** Members of a gzip stream may be joined, so that one is compressed and then repeated. */
function gzipBomb(bytes: number): Uint8Array {
  const member = gzipSync(new Uint8Array(MEBIBYTE));
  return Buffer.concat(Array(Math.ceil(bytes / MEBIBYTE)).fill(member));
}
