import { gzipSync } from 'node:zlib';
import {
  Entry,
  makeArchive,
  makeChart,
  makeTar,
} from '../__testUtils__/makeArchive';
import { unpackChart } from './unpackChart';

jest.setTimeout(60_000);

const MIB = 1024 * 1024;
const chart: Entry = { path: 'payments/Chart.yaml', content: 'name: payments' };

describe('unpackChart', () => {
  it('reads the chart’s own values, and no subchart’s', async () => {
    const archive = makeChart({
      'values.yaml': 'image: {repository: a/b}',
      'charts/redis/values.yaml': 'image: {repository: c/d}',
      'templates/deployment.yaml': '{{ .Values }}',
    });
    expect(await unpackChart(archive)).toEqual({
      values: 'image: {repository: a/b}',
    });
  });

  it('reads a chart without values, with folders and long names', async () => {
    const long = `payments/${'a'.repeat(120)}`;
    const archive = makeArchive([
      { path: './payments/', type: '5' },
      { path: './payments/Chart.yaml', content: 'name: payments' },
      { path: '././@LongLink', type: 'L', content: `${long}\0` },
      { path: long.slice(0, 100), content: 'x' },
    ]);
    expect(await unpackChart(archive)).toEqual({ values: null });
  });

  it.each<[string, Buffer, string, RegExp]>([
    [
      'a path up',
      makeArchive([chart, { path: 'payments/../../etc/passwd' }]),
      'unsafe',
      /leads out/,
    ],
    [
      'an absolute path',
      makeArchive([{ path: '/etc/passwd' }]),
      'unsafe',
      /leads out/,
    ],
    [
      'a path of Windows',
      makeArchive([{ path: 'payments\\..\\x' }]),
      'unsafe',
      /leads out/,
    ],
    [
      'a drive',
      makeArchive([{ path: 'C:/payments/x' }]),
      'unsafe',
      /leads out/,
    ],
    [
      'a symbolic link',
      makeArchive([
        chart,
        { path: 'payments/values.yaml', type: '2', link: '/etc/passwd' },
      ]),
      'unsafe',
      /a link/,
    ],
    [
      'a hard link',
      makeArchive([
        chart,
        {
          path: 'payments/values.yaml',
          type: '1',
          link: 'payments/Chart.yaml',
        },
      ]),
      'unsafe',
      /a link/,
    ],
    [
      'a device',
      makeArchive([chart, { path: 'payments/null', type: '3' }]),
      'unsafe',
      /a device/,
    ],
    [
      'two folders',
      makeArchive([chart, { path: 'other/values.yaml' }]),
      'malformed',
      /more than one folder/,
    ],
    [
      'a file beside it',
      makeArchive([chart, { path: 'README' }]),
      'malformed',
      /beside/,
    ],
    [
      'values twice',
      makeArchive([
        chart,
        { path: 'payments/values.yaml', content: 'a: 1' },
        { path: 'payments/values.yaml', content: 'a: 2' },
      ]),
      'malformed',
      /twice/,
    ],
    [
      'no Chart.yaml',
      makeArchive([{ path: 'payments/values.yaml' }]),
      'malformed',
      /no Chart\.yaml/,
    ],
    ['nothing', makeArchive([]), 'malformed', /not a tar|no Chart/],
    [
      '100,000 files',
      makeArchive(
        Array.from({ length: 100_000 }, (_, at) => ({
          path: `payments/${at}`,
        })),
      ),
      'too-large',
      /more than 10000 files/,
    ],
    [
      'one file that is too large',
      makeArchive([
        chart,
        { path: 'payments/x', content: Buffer.alloc(6 * MIB) },
      ]),
      'too-large',
      /more than 5242880 bytes/,
    ],
    [
      'a bomb',
      gzipSync(Buffer.alloc(80 * MIB)),
      'too-large',
      /Unpacked|unpacked/,
    ],
    [
      'a bomb in itself',
      gzipSync(gzipSync(Buffer.alloc(80 * MIB))),
      'malformed',
      /packed twice/,
    ],
    ['what is not packed', makeTar([chart]), 'malformed', /gzip/],
    [
      'what is cut off',
      makeArchive([chart]).subarray(0, 40),
      'malformed',
      /gzip/,
    ],
    [
      'a size that is not there',
      makeArchive([{ ...chart, size: MIB }]),
      'malformed',
      /tar/,
    ],
    ['no tar', gzipSync('x'.repeat(5_000)), 'malformed', /tar/],
    [
      'too much, packed',
      Buffer.alloc(17 * MIB),
      'too-large',
      /more than 16777216 bytes/,
    ],
  ])('refuses %s', async (_, archive, code, message) => {
    await expect(unpackChart(archive)).rejects.toMatchObject({
      name: 'ArchiveError',
      code,
      message: expect.stringMatching(message),
    });
  });
});
