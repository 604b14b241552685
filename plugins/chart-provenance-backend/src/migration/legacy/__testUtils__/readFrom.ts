import { createEgressTransport, EgressOptions } from 'chart-provenance-oras';
import { ServerResponse } from 'node:http';
import { LegacyAuth } from '../../../config';
import { testCertificate } from '../../../registries/__testUtils__/testCertificate';
import { LegacyClient, LegacyClientOptions } from '../http/LegacyClient';
import { readRepository } from '../readRepository';
import { Arrived, rawServer } from './rawServer';

/** One chart, as small as can be. */
export const INDEX =
  'apiVersion: v1\nentries:\n  pay:\n  - name: pay\n    version: 1.0.0\n    urls: [charts/pay.tgz]\n';

const open: { close(): unknown }[] = [];

/** Closes it at the end of the test. */
export function closing<T extends { close(): unknown }>(one: T): T {
  open.push(one);
  return one;
}

/** Call after each test. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map(one => one.close()));
}

/** A server that lives as long as the test. */
export async function serve(
  answer: (path: string, response: ServerResponse, request: Arrived) => void,
) {
  return closing(await rawServer(answer));
}

/** The way out, which trusts the certificate of the tests. */
export function openEgress(options: EgressOptions) {
  return createEgressTransport({
    ...options,
    proxy: 'none',
    ca: testCertificate.cert,
  });
}

interface Asked extends LegacyClientOptions {
  auth?: LegacyAuth;
  allowPrivateAddress?: boolean;
  validator?: string | null;
  askApi?: boolean;
  signal?: AbortSignal;
}

/** Reads the repository at a URL. */
export async function readFrom(url: string, asked: Asked = {}) {
  const { auth = { type: 'none' }, allowPrivateAddress = true } = asked;
  const repository = { url, auth, allowPrivateAddress };
  const { validator = null, askApi = false, signal } = asked;
  const client = closing(
    new LegacyClient(repository, { openEgress, ...asked }),
  );
  return readRepository({
    ...{ repository, client, validator, askApi, signal },
    now: () => Date.parse('2026-11-23T00:00:00Z'),
  });
}
