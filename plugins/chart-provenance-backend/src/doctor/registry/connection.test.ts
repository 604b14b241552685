import { createServer as createSecureServer } from 'node:https';
import { createEgressTransport } from 'chart-provenance-oras';
import { testServer } from '../../registries/__testUtils__/testServer';
import {
  check,
  closeAll,
  closing,
  devRegistry,
  LOCAL,
  NOT_REACHED,
} from '../__testUtils__/checkedRegistry';
import { examine, saidBy } from '../__testUtils__/examine';
import { otherNameCertificate } from '../__testUtils__/otherNameCertificate';

afterEach(closeAll);

describe('the connection to a registry', () => {
  it('does not wait for ever', async () => {
    const registry = await devRegistry({
      faults: [{ fault: { kind: 'hang' } }],
    });
    const { results, said } = await check(registry.host);
    expect(results).toEqual(NOT_REACHED);
    expect(said('connection')).toMatch(/did not answer in time.*platform/);
  });

  it('asks no address that it may not', async () => {
    const registry = await devRegistry();
    const { results, said } = await check(registry.host, {
      plainHttp: false,
      allowPrivateAddress: false,
    });
    expect(results).toEqual(NOT_REACHED);
    expect(said('connection')).toMatch(/loopback address.*allowPrivateAddress/);
    expect(registry.requests).toEqual([]);
  });

  it('knows plain HTTP where TLS is expected', async () => {
    const registry = await devRegistry();
    const { said } = await check(registry.host, { plainHttp: false });
    expect(said('connection')).toMatch(/does not speak TLS.*plainHttp: true/);
  });

  it('knows a certificate of an unknown authority, and one for another name', async () => {
    const server = createSecureServer(otherNameCertificate, (_, response) =>
      response.end(),
    );
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    closing(server);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const secure = { plainHttp: false };
    const unknown = await check(`127.0.0.1:${port}`, secure);
    expect(unknown.said('connection')).toMatch(
      /signed by itself.*NODE_EXTRA_CA_CERTS/,
    );
    const report = await examine(
      { registries: [{ host: `127.0.0.1:${port}`, ...LOCAL, ...secure }] },
      {
        deps: {
          openEgress: options =>
            createEgressTransport({
              ...options,
              ca: otherNameCertificate.cert,
            }),
        },
      },
    );
    const section = report.sections.find(({ kind }) => kind === 'registry');
    expect(saidBy(section, 'connection')).toMatch(
      /certificate shown is not for the name 127\.0\.0\.1/,
    );
  });

  it('knows what is no registry', async () => {
    const server = await testServer(() => ({ status: 404, body: '<html>' }));
    closing(server);
    const { results, said } = await check(server.host);
    expect(results).toMatchObject({ connection: 'ok', api: 'failed' });
    expect(said('api')).toMatch(/no OCI registry/);
  });
});
