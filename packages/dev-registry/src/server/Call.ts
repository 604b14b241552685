import { IncomingMessage } from 'node:http';
import { RegistryError } from './RegistryError';

/**
 * One request as the endpoints see it.
 *
 * @internal
 */
export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  header(name: string): string | undefined;
  /** Reads the body whole. Throws RegistryError 413 above `maxBytes`. */
  body(maxBytes: number): Promise<Buffer>;
}

/** @internal */
export function callFrom(request: IncomingMessage): Call {
  // The base only makes a relative URL parse; nothing is taken from it.
  const url = new URL(request.url ?? '/', 'http://placeholder.invalid');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    header: name => {
      const value = request.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    body: maxBytes => readBody(request, maxBytes),
  };
}

async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      // The rest is read and dropped: to hang up here would show the client a reset instead of the 413.
      chunks.length = 0;
      reject(tooLarge(maxBytes));
    });
    request.on('end', resolve);
    request.on('error', reject);
    request.on('close', () => reject(new Error('the client hung up')));
  });
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): RegistryError {
  return new RegistryError(
    413,
    'SIZE_INVALID',
    `a body of more than ${maxBytes} bytes`,
  );
}
