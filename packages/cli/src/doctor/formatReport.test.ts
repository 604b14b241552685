import { DoctorReport } from 'backstage-plugin-chart-provenance-common';
import { formatReport } from './formatReport';

const report: DoctorReport = {
  startedAt: '2026-11-22T00:00:00.000Z',
  finishedAt: '2026-11-22T00:00:01.000Z',
  ranIn: 'terminal',
  counts: { ok: 0, warning: 0, failed: 1, unknown: 2 },
  sections: [
    {
      id: 'registry:a.dev',
      kind: 'registry',
      title: 'a.dev\u001b[31m',
      product: 'Harbor',
      checks: [
        {
          id: 'credentials',
          what: 'Credentials',
          result: 'failed',
          sentence: `Refused.\u001b]0;owned\u0007\r\n${'word '.repeat(40)}`,
          next: 'Ask.',
          who: 'registry-owner',
          notes: ['\u202eevil'],
        },
        ...['One', 'Two'].map(what => ({
          id: what,
          what,
          result: 'unknown' as const,
          sentence: 'Not tried.',
          next: null,
          who: null,
          notes: [],
        })),
      ],
      notes: [],
    },
  ],
};

describe('formatReport', () => {
  const text = formatReport(report);

  it('lets nothing control the terminal', () => {
    expect(text.replace(/\n/g, '')).not.toMatch(/\p{C}/u);
    expect(text).toContain('a.dev [31m (Harbor)');
  });

  it('breaks lines, says who, and puts what could not be tried on one line', () => {
    expect(
      Math.max(...text.split('\n').map(line => line.length)),
    ).toBeLessThanOrEqual(100);
    const narrow = formatReport(report, 60).split('\n');
    expect(Math.max(...narrow.map(line => line.length))).toBeLessThanOrEqual(
      60,
    );
    expect(text).toContain('→ Ask. (owner of the registry)');
    expect(text).toContain('? unknown One, Two: Not tried.');
    expect(text).toMatch(
      /0 ok, 0 warnings, 1 failed, 2 unknown\. Failed: a\.dev \[31m\.\n$/,
    );
  });
});
