import { followRedirects } from './followRedirects';
import type { TransportRequest, TransportResponse } from './Transport';

function scripted(locations: Record<string, string>) {
  const seen: TransportRequest[] = [];
  const transport = async (
    request: TransportRequest,
  ): Promise<TransportResponse> => {
    seen.push(request);
    const location = locations[request.url];
    return location === undefined
      ? { status: 200, headers: {}, body: new Uint8Array() }
      : { status: 307, headers: { location }, body: new Uint8Array() };
  };
  return { seen, transport };
}

const headers = { Authorization: 'Bearer t', cookie: 'c', accept: 'a' };
const request = { method: 'GET', url: 'https://a.io/0', headers } as const;

describe('followRedirects', () => {
  it('keeps credentials on the origin, and never gives them back', async () => {
    const { seen, transport } = scripted({
      'https://a.io/0': '/1',
      'https://a.io/1': 'https://b.io/2#x',
      'https://b.io/2': 'https://a.io/3',
    });
    await followRedirects(transport, request, 'any');
    expect(
      seen.map(({ url, headers: sent, redirected }) => [url, sent, redirected]),
    ).toEqual([
      ['https://a.io/0', headers, false],
      ['https://a.io/1', headers, false],
      ['https://b.io/2', { accept: 'a' }, true],
      ['https://a.io/3', { accept: 'a' }, true],
    ]);
  });

  it('does not let another origin say how the registry wants to be spoken to', async () => {
    const challenge = { 'www-authenticate': 'Basic' };
    const answer = (location: string) => async (sent: TransportRequest) => ({
      ...(sent.url === request.url
        ? { status: 307, headers: { location } }
        : { status: 401, headers: challenge }),
      body: new Uint8Array(),
    });
    const own = await followRedirects(answer('/1'), request, 'any');
    expect(own.headers).toEqual(challenge);
    const other = answer('https://b.io/1');
    const foreign = await followRedirects(other, request, 'any');
    expect([foreign.status, foreign.headers]).toEqual([401, {}]);
  });

  it.each<[string, string, 'origin' | 'any', Record<string, string>]>([
    [
      'to plain http',
      'https://a.io/0',
      'any',
      { 'https://a.io/0': 'http://a.io/0' },
    ],
    [
      'to plain http elsewhere',
      'http://a.io/0',
      'any',
      { 'http://a.io/0': 'http://b.io/0' },
    ],
    [
      'to another scheme',
      'https://a.io/0',
      'any',
      { 'https://a.io/0': 'file:///etc/passwd' },
    ],
    [
      'to another port',
      'https://a.io/0',
      'origin',
      { 'https://a.io/0': 'https://a.io:444/0' },
    ],
    ['nowhere', 'https://a.io/0', 'any', { 'https://a.io/0': 'https://' }],
    ['in a circle', 'https://a.io/0', 'any', { 'https://a.io/0': '/0' }],
  ])('refuses a redirect %s', async (_, url, scope, locations) => {
    const { seen, transport } = scripted(locations);
    await expect(
      followRedirects(transport, { ...request, url }, scope),
    ).rejects.toThrow(expect.objectContaining({ code: 'redirect-refused' }));
    expect(new Set(seen.map(one => one.url))).toEqual(new Set([url]));
    expect(seen.length).toBeLessThanOrEqual(6);
  });

  it('stays on a plain http origin that is the registry itself', async () => {
    const { seen, transport } = scripted({ 'http://a.io/0': '/1' });
    await followRedirects(
      transport,
      { ...request, url: 'http://a.io/0' },
      'any',
    );
    expect(seen[1].url).toBe('http://a.io/1');
  });
});
