import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { gate } from '../gate';

export const DIGEST = `sha256:${'1'.repeat(64)}`;
export const REFERENCE = 'oci://ghcr.io/acme/charts/payments:1.8.2';

/** What the stand-in heard. */
export interface Heard {
  method: string;
  path: string;
  authorization: string | undefined;
  body: unknown;
}

/** What it answers. A member of `headers` that is undefined is left out, `Date` among them. */
export interface Said {
  status?: number;
  headers?: Record<string, string | undefined>;
  body?: unknown;
}

/** An HTTP server in place of the backend. */
export interface StandIn {
  url: string;
  heard: Heard[];
  answer: (request: Heard) => Said | 'hang-up';
  close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const standIn: StandIn = {
    url: `http://127.0.0.1:${port}/api/chart-provenance`,
    heard: [],
    answer: () => ({ status: 500 }),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  server.on('request', (request, response) => {
    listen(request).then(one => {
      standIn.heard.push(one);
      reply(standIn.answer(one), response);
    });
  });
  return standIn;
}

async function listen(request: IncomingMessage): Promise<Heard> {
  const pieces: Buffer[] = [];
  for await (const piece of request) {
    pieces.push(Buffer.from(piece));
  }
  const text = Buffer.concat(pieces).toString('utf8');
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function reply(said: Said | 'hang-up', response: ServerResponse): void {
  if (said === 'hang-up') {
    response.destroy();
    return;
  }
  const { status = 200, headers = {}, body } = said;
  response.statusCode = status;
  response.sendDate = !('date' in headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) {
      response.setHeader(name, value);
    }
  }
  response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
}

/** An `allow` as the gate writes it, but for what is changed. */
export function decision(changes: Partial<GateDecision> = {}): GateDecision {
  const now = Date.now();
  return {
    id: '01JXW6B2M0ABCDEFGHJKMNPQRS',
    decision: 'allow',
    proceed: true,
    enforced: true,
    enforcedFrom: null,
    dryRun: false,
    reference: REFERENCE,
    resolved: `oci://ghcr.io/acme/charts/payments@${DIGEST}`,
    digest: DIGEST,
    version: '1.8.2',
    chartId: 'AAAAAAAAAAAAAAAA',
    entityRef: 'component:default/payments',
    environment: 'default',
    verdict: 'verified',
    reasons: [],
    policies: ['acme-release'],
    policyHash: 'a'.repeat(64),
    trustHash: 'b'.repeat(64),
    evidenceAt: new Date(now - 60_000).toISOString(),
    decidedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + 900_000).toISOString(),
    retryAfterSeconds: null,
    url: 'https://backstage.acme.dev/chart-provenance?decision=1',
    offline: null,
    ...changes,
  };
}

/** A `deny` with one reason. */
export function denial(changes: Partial<GateDecision> = {}): GateDecision {
  return decision({
    decision: 'deny',
    proceed: false,
    verdict: 'rejected',
    expiresAt: null,
    reasons: [
      {
        code: 'wrong-identity',
        message: 'It was signed by somebody else.',
        side: 'chart',
        fix: 'Publish it from the workflow that the policy names.',
        who: { kind: 'owner', entityRef: 'component:default/payments' },
        passing: false,
      },
    ],
    ...changes,
  });
}

/** An `undecided` that says when to ask again. */
export function delay(changes: Partial<GateDecision> = {}): GateDecision {
  return denial({
    decision: 'undecided',
    verdict: null,
    reasons: [
      {
        code: 'version-not-seen',
        message: 'No version with the digest has been read of this chart yet.',
        side: 'store',
        fix: 'Ask again in a moment.',
        who: { kind: 'caller', entityRef: null },
        passing: true,
      },
    ],
    retryAfterSeconds: 1,
    ...changes,
  });
}

/** Runs `gate`. */
export async function runGate(
  argv: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await gate(
    argv,
    { out: text => (out += text), err: text => (err += text) },
    env,
  );
  return { code, out, err };
}
