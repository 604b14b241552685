import { startTrap } from '../../__testUtils__/hostileRegistries';
import { Answer, testServer } from '../../registries/__testUtils__/testServer';
import {
  BASIC,
  check,
  closeAll,
  closing,
} from '../__testUtils__/checkedRegistry';
import { REPOSITORY } from '../__testUtils__/seed';

afterEach(closeAll);

const EVIL = '\u001b]0;owned\u0007<script>owned()</script>\u202eowned';
const HEADERS = {
  'ratelimit-limit': '100;w=60;owned',
  'ratelimit-remaining': '7 owned',
  'retry-after': 'owned',
  server: 'owned',
  'x-powered-by': 'owned',
  date: 'owned',
};

/** A registry of the operator's that says what it likes; what it is shown it sends back. */
async function liar(token: (shown: string) => Answer, tags?: object) {
  const trap = await startTrap();
  closing(trap.server);
  const server = await testServer(({ url, authorization = '' }) => {
    const echo = {
      errors: [{ code: EVIL, message: `${EVIL} ${authorization}` }],
    };
    if (url.pathname === '/token') {
      const answer = token(authorization);
      const headers = { ...HEADERS, ...answer.headers };
      return { body: echo, ...answer, headers };
    }
    if (tags && authorization.startsWith('Bearer ')) {
      return { status: 200, headers: HEADERS, body: tags };
    }
    const realm = `http://${server.host}/token?to=${trap.url}`;
    const challenge = `Bearer realm="${realm}",service="owned",error="owned"`;
    const headers = { ...HEADERS, 'www-authenticate': challenge };
    return { status: 401, headers, body: echo };
  });
  closing(server);
  const { results, text } = await check(server.host, { auth: BASIC });
  return { results, text, trap, requests: server.requests };
}

const given = { status: 200, body: { token: 'g1ven-token' } };

it.each<[string, (shown: string) => Answer, object | undefined]>([
  ['refuses', () => ({ status: 401 }), undefined],
  ['refuses what its service gave', () => given, undefined],
  [
    'sends elsewhere',
    () => ({ status: 307, headers: { location: 'https://owned.invalid/' } }),
    undefined,
  ],
  [
    'answers without end',
    () => ({ status: 200, body: 'x'.repeat(200_000) }),
    undefined,
  ],
  [
    'gives a token with a line break',
    () => ({ status: 200, body: { token: 'a\r\nowned: x' } }),
    undefined,
  ],
  [
    'gives one without end',
    () => ({ status: 200, body: { token: 'g'.repeat(60_000) } }),
    undefined,
  ],
  ['names tags that are none', () => given, { name: REPOSITORY, tags: [EVIL] }],
  ['names what is no list', () => given, { name: EVIL, tags: EVIL }],
])(
  'repeats nothing of a registry that %s, nor what it was shown, and asks little',
  async (_, token, tags) => {
    const { results, text, trap, requests } = await liar(token, tags);
    expect(text).not.toMatch(/owned|script|\\u00|\u202e/);
    expect(text).not.toMatch(/hunter22|g1ven|cmVhZGVyOmh1bnRlcjIy/);
    expect(results.repository).toBe('failed');
    expect(results.manifest).toBe('unknown');
    expect(trap.caught).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(8);
  },
);
