import { chart, closeServers, serve, signature } from '../__testUtils__/seeded';
import { LOCAL } from '../__testUtils__/testServer';
import { createEgressTransport } from '../egress/createEgressTransport';
import { RemoteRepository } from './RemoteRepository';

afterEach(closeServers);

it('takes no other manifest for the one that was asked for by its digest', async () => {
  const server = await serve((_, response) => {
    response.setHeader('content-type', signature.descriptor.mediaType);
    response.setHeader('docker-content-digest', chart.descriptor.digest);
    response.end(signature.bytes);
  });
  const transport = createEgressTransport({
    proxy: 'none',
    hosts: { [server.host]: LOCAL },
  });
  const repository = new RemoteRepository(`${server.host}/acme/payments`, {
    plainHttp: true,
    transport,
  });
  await expect(
    repository.resolve(chart.descriptor.digest),
  ).rejects.toMatchObject({ code: 'digest-mismatch' });
  await transport.close();
});
