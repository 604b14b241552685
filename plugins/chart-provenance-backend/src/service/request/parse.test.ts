import { parseEntityRef } from './parseEntityRef';
import {
  parseChartLocator,
  parseTag,
  parseVersionLocator,
} from './parseLocator';
import { parseVersionQuery } from './parseVersionQuery';

const ENTITY = { kind: 'Component', namespace: 'default', name: 'Payments' };
const CHART = { ...ENTITY, chartId: 'aZ09_-aZ09_-aZ09' };
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('the parsers of requests, on their own', () => {
  it('read what is well written', () => {
    expect(parseEntityRef(ENTITY)).toBe('component:default/payments');
    expect(parseChartLocator(CHART)).toEqual({
      entityRef: 'component:default/payments',
      chartId: CHART.chartId,
    });
    expect(parseVersionLocator({ ...CHART, digest: DIGEST }).digest).toBe(
      DIGEST,
    );
    expect(parseTag('1.0.0_build.5')).toBe('1.0.0_build.5');
    expect(
      parseVersionQuery({ limit: '200', prereleases: 'false', filter: '' }),
    ).toEqual({ limit: 200, prereleases: false, filter: '' });
    expect(parseVersionQuery({ limit: 20, prereleases: true })).toEqual({
      limit: 20,
      prereleases: true,
    });
    expect(parseVersionQuery({})).toEqual({});
  });

  it.each<[string, () => unknown, RegExp]>([
    ['an empty kind', () => parseEntityRef({ ...ENTITY, kind: '' }), /^kind /],
    [
      'a missing name',
      () => parseEntityRef({ kind: 'a', namespace: 'b' }),
      /^name /,
    ],
    [
      'a path in a namespace',
      () => parseEntityRef({ ...ENTITY, namespace: '../x' }),
      /^namespace /,
    ],
    [
      'a ref in a name',
      () => parseEntityRef({ ...ENTITY, name: 'a:b/c' }),
      /^name /,
    ],
    ['a missing chart id', () => parseChartLocator(ENTITY), /^chartId /],
    [
      'a long chart id',
      () => parseChartLocator({ ...CHART, chartId: 'a'.repeat(17) }),
      /^chartId /,
    ],
    [
      'a digest of another kind',
      () => parseVersionLocator({ ...CHART, digest: `md5:${'0'.repeat(32)}` }),
      /^digest /,
    ],
    [
      'a digest with a tail',
      () => parseVersionLocator({ ...CHART, digest: `${DIGEST}\n` }),
      /^digest /,
    ],
    ['a long tag', () => parseTag('a'.repeat(129)), /^tag /],
    ['a missing tag', () => parseTag(undefined), /^tag /],
    ['a fraction of a limit', () => parseVersionQuery({ limit: 1.5 }), /limit/],
    ['a negative limit', () => parseVersionQuery({ limit: '-1' }), /limit/],
    [
      'a cursor given twice',
      () => parseVersionQuery({ cursor: ['a', 'b'] }),
      /cursor/,
    ],
    [
      'a long filter',
      () => parseVersionQuery({ filter: 'a'.repeat(201) }),
      /filter/,
    ],
    [
      'everything together',
      () => parseVersionQuery({ limit: 'x', status: 'y' }),
      /limit.*; status/,
    ],
  ])('refuse %s', (_, parse, expected) => {
    expect(parse).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(expected),
      }),
    );
  });
});
