import { Attack, RefreshFixture } from '../__testUtils__/RefreshFixture';

jest.setTimeout(60_000);

const attacks: Attack[] = [
  [
    'timestamp longer than it may be',
    at => at.change('timestamp.json', text => text + ' '.repeat(20_000)),
    'too-large',
    /longer/,
  ],
  ['nothing there', at => at.mirror.files.clear(), 'misbehaved', /HTTP 404/],
  [
    'a proxy that asks for a password',
    at => {
      at.mirror.answer = (_, __, response) => {
        response.writeHead(407).end();
        return true;
      };
    },
    'misbehaved',
    /HTTP 407/,
  ],
  [
    'a server that is not well',
    at => {
      at.mirror.answer = (_, __, response) => {
        response.writeHead(503).end();
        return true;
      };
    },
    'unreachable',
    /HTTP 503/,
  ],
  [
    'a server that asks to wait',
    at => {
      at.mirror.answer = (_, __, response) => {
        response.writeHead(429, { 'retry-after': '60' }).end();
        return true;
      };
    },
    'limited',
    /HTTP 429/,
  ],
  [
    'redirected to another server',
    at => {
      at.mirror.answer = (_, __, response) => {
        response.writeHead(302, { location: 'https://evil.example/' }).end();
        return true;
      };
    },
    'refused',
    /redirects/,
  ],
  [
    'endless bytes',
    at => {
      at.mirror.answer = (path, _, response) => {
        if (path !== 'timestamp.json') {
          return false;
        }
        const piece = Buffer.alloc(64 * 1024, ' ');
        const more = () => {
          while (!response.destroyed && response.write(piece));
        };
        response.on('drain', more);
        more();
        return true;
      };
    },
    'too-large',
    /longer/,
  ],
  [
    'a byte now and then',
    at => {
      at.mirror.answer = (_, __, response) => {
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
        return true;
      };
    },
    'unreachable',
    /in time/,
  ],
  [
    'no answer',
    at => {
      at.mirror.answer = (_, request) => {
        request.socket.destroy();
        return true;
      };
    },
    'unreachable',
    /cannot be reached/,
  ],
];

describe('a server that does not serve a repository', () => {
  let fixture: RefreshFixture;

  beforeEach(async () => {
    fixture = await RefreshFixture.start();
  });

  afterEach(() => fixture.mirror.close());

  it.each(attacks)('%s', async (_, attack, code, words) => {
    await expect(fixture.meet(attack)).rejects.toMatchObject({
      name: 'TrustFailure',
      code,
      message: expect.stringMatching(words),
    });
  });

  it('is bounded in all, however small its files are', async () => {
    // Roots without end, each rightly signed: 256 of them are followed at most.
    for (let count = 0; count < 260; count++) {
      fixture.lab.publishRoot();
    }
    const reached = await fixture.refresh();
    expect(reached.verified.rootVersion).toBe(257);
    expect(fixture.mirror.paths.length).toBeLessThan(265);
  });

  it('gains nothing from lengths that it tells itself', async () => {
    // Signed with the right key: a stolen one could ask for terabytes.
    fixture.lab.files.set(
      '2.snapshot.json',
      Buffer.alloc(2 * 1024 * 1024, ' '),
    );
    fixture.lab.versions.snapshot = 2;
    fixture.lab.publishTimestamp();
    await expect(fixture.refresh()).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});
