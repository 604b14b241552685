import { once } from 'node:events';
import { ServerResponse } from 'node:http';
import { Reply } from '../server/Reply';
import { Fault } from './Fault';

/** The faults that send an answer whose length is a lie. */
export type LengthFault = Extract<Fault, { kind: 'truncate' | 'oversize' }>;

/**
 * @param reply - what the registry would have answered
 * @internal
 */
export async function sendWrongLength(
  fault: LengthFault,
  reply: Reply,
  response: ServerResponse,
): Promise<void> {
  if (fault.kind === 'truncate') {
    await truncate(reply, fault.bytes, response);
  } else {
    await sendEndlessly(reply, fault.maxBytes ?? 1024 ** 3, response);
  }
}

async function truncate(
  reply: Reply,
  bytes: number | undefined,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(reply.status, {
    ...reply.headers,
    'Content-Length': reply.body.length,
  });
  const part = reply.body.subarray(0, bytes ?? reply.body.length >> 1);
  await new Promise<void>(resolve => {
    response.write(part.length > 0 ? part : '', () => resolve());
  });
  response.destroy();
}

async function sendEndlessly(
  reply: Reply,
  maxBytes: number,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(reply.status, reply.headers);
  response.write(reply.body);
  const zeros = Buffer.alloc(64 * 1024);
  const closed = once(response, 'close');
  for (let sent = 0; sent < maxBytes && !response.destroyed; ) {
    sent += zeros.length;
    if (!response.write(zeros)) {
      await Promise.race([once(response, 'drain'), closed]);
    }
  }
  response.end();
}
