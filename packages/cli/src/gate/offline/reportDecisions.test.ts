import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiRequest } from '../ask/GateClient';
import { reportDecisions } from './reportDecisions';

/** What the backend reads of a body, bytes. */
const LARGEST_BODY = 100 * 1024;

describe('reportDecisions', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chart-provenance-report-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('tells as much at a time as the backend takes', async () => {
    const file = join(folder, 'decisions.jsonl');
    const line = (id: number, message: string) =>
      `${JSON.stringify({
        decision: { id: `id-${id}`, reasons: [{ message }] },
        require: null,
      })}\n`;
    const lines = [...Array(250).keys()].map(id => line(id, 'x'.repeat(900)));
    await writeFile(file, [...lines, line(250, 'y'.repeat(95_000))].join(''));
    const counts: number[] = [];
    const send = async ({ body }: ApiRequest) => {
      const isTaken = JSON.stringify(body).length <= LARGEST_BODY;
      const { decisions } = Object(body);
      counts.push(decisions.length);
      return {
        kind: 'answered' as const,
        status: isTaken ? 200 : 400,
        date: null,
        age: null,
        retryAfterSeconds: null,
        body: isTaken ? { accepted: decisions.length, known: 0 } : {},
      };
    };
    expect(await reportDecisions({ send }, file)).toMatchObject({
      accepted: 251,
      left: 0,
      why: null,
    });
    expect(Math.max(...counts)).toBeLessThanOrEqual(100);
    const told = await readFile(`${file}.reported`, 'utf8');
    expect(told.trim().split('\n')).toHaveLength(251);
  });
});
