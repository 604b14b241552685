import { MAX_LINT_BYTES } from 'backstage-plugin-chart-provenance-common/lint';

/** What is piped in, up to one byte more than is checked. */
export async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > MAX_LINT_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks).subarray(0, MAX_LINT_BYTES + 1);
}
