import { TransportRequest } from 'chart-provenance-oras';
import { exchangeForRefreshToken } from './exchangeForRefreshToken';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const HOUR_MS = 3_600_000;

const tokenWith = (claims: unknown) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

async function exchange(refreshToken: string) {
  const sent: TransportRequest[] = [];
  const close = jest.fn(async () => undefined);
  const issued = await exchangeForRefreshToken(
    {
      host: 'acmecharts.azurecr.io',
      plainHttp: false,
      allowPrivateAddress: false,
      tenant: undefined,
      accessToken: 'entra',
      signal: undefined,
    },
    {
      now: () => NOW,
      openEgress: options => {
        expect(options.allowedHosts).toEqual(['acmecharts.azurecr.io']);
        const transport = async (request: TransportRequest) => {
          sent.push(request);
          const body = JSON.stringify({ refresh_token: refreshToken });
          return {
            status: 200,
            headers: {},
            body: new TextEncoder().encode(body),
          };
        };
        return Object.assign(transport, { close });
      },
    },
  );
  expect(close).toHaveBeenCalledTimes(1);
  return { issued, sent };
}

it('sends the token to the registry, by https, and to nobody else', async () => {
  const { sent } = await exchange(tokenWith({}));
  expect(sent.map(({ url }) => url)).toEqual([
    'https://acmecharts.azurecr.io/oauth2/exchange',
  ]);
});

it.each([
  ['its own time', tokenWith({ exp: NOW / 1000 + 60 }), NOW + 60_000],
  [
    'three hours, whatever it says',
    tokenWith({ exp: NOW / 1000 + 9_999_999 }),
    NOW + 3 * HOUR_MS,
  ],
  ['no known time without one', tokenWith({}), undefined],
  ['no known time with a strange one', tokenWith({ exp: 'soon' }), undefined],
  ['no known time when it is no JWT', 'opaque', undefined],
])('keeps a refresh token for %s', async (_, token, until) => {
  const { issued } = await exchange(token);
  expect(issued.credential).toEqual({
    type: 'refreshToken',
    refreshToken: token,
  });
  expect(issued.expiresAt?.getTime()).toBe(until);
});
