import fc from 'fast-check';
import { parseImageReference } from './parseImageReference';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('parseImageReference', () => {
  it.each([
    ['redis', 'docker.io/library/redis', 'latest', null],
    ['redis:8.2-alpine', 'docker.io/library/redis', '8.2-alpine', null],
    ['acme/app:1', 'docker.io/acme/app', '1', null],
    ['docker.io/redis:8', 'docker.io/library/redis', '8', null],
    ['index.docker.io/acme/app', 'docker.io/acme/app', 'latest', null],
    ['localhost/app:1', 'localhost/app', '1', null],
    ['registry:5000/app', 'registry:5000/app', 'latest', null],
    ['GHCR.io/acme/app:1', 'ghcr.io/acme/app', '1', null],
    [`ghcr.io/acme/app@${DIGEST}`, 'ghcr.io/acme/app', null, DIGEST],
    [`ghcr.io/acme/app:1@${DIGEST}`, 'ghcr.io/acme/app', '1', DIGEST],
    [`redis@${DIGEST}`, 'docker.io/library/redis', null, DIGEST],
    ['[::1]:5000/acme/app:1', '[::1]:5000/acme/app', '1', null],
  ])('%s', (written, name, tag, digest) => {
    const { registry, repository, ...rest } = parseImageReference(written)!;
    expect([`${registry}/${repository}`, rest.tag, rest.digest]).toEqual([
      name,
      tag,
      digest,
    ]);
  });

  it.each([
    [''],
    [' '],
    ['Redis'],
    ['Acme/app'],
    ['ghcr.io/Acme/app'],
    ['a'.repeat(64)],
    ['oci://ghcr.io/acme/app'],
    ['https://ghcr.io/acme/app'],
    ['ghcr.io/acme/app:'],
    ['ghcr.io/acme/app@sha256:abc'],
    ['ghcr.io//app'],
    ['ghcr.io/acme/../app'],
    ['acme/app:1 # note'],
    ['{{ .Values.image }}'],
    ['$(IMAGE)'],
    ['user:pass@ghcr.io/acme/app'],
    ['a'.repeat(2_000)],
  ])('refuses %j', written => {
    expect(parseImageReference(written)).toBeUndefined();
  });

  it('means the same once its parts are written out', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const host = fc.constantFrom('', 'ghcr.io/', 'docker.io/', 'r:5000/');
    const path = fc.array(part, { minLength: 1, maxLength: 4 });
    const tag = fc.option(fc.stringMatching(/^\w[\w.-]{0,8}$/));
    const digest = fc.option(fc.constant(DIGEST));
    fc.assert(
      fc.property(host, path, tag, digest, (at, segments, t, d) => {
        const written = `${at}${segments.join('/')}${t ? `:${t}` : ''}${
          d ? `@${d}` : ''
        }`;
        const once = parseImageReference(written);
        if (!once) {
          return;
        }
        const again = parseImageReference(
          `${once.registry}/${once.repository}${
            once.tag ? `:${once.tag}` : ''
          }${once.digest ? `@${once.digest}` : ''}`,
        );
        expect(again).toEqual(once);
      }),
    );
  });

  it('never throws, and what it reads holds nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const read = parseImageReference(text);
        expect(`${read?.registry}/${read?.repository}`).toMatch(
          /^[a-z0-9.:[\]_/-]+$/,
        );
      }),
    );
  });
});
