import { appendFile, readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { GateClient } from '../ask/GateClient';
import { serverMessage } from '../ask/serverMessage';
import { GateUsageError } from '../GateUsageError';

const LARGEST_FILE = 64 * 1024 * 1024;
/** As many as the backend takes at a time, and bytes of them: 100 KiB with what is around. */
const AT_A_TIME = 100;
const BYTES_AT_A_TIME = 64 * 1024;

/** What is read of a line; the backend reads the rest. */
const lineSchema = z.looseObject({
  decision: z.looseObject({ id: z.string().max(64) }),
});
type Line = z.output<typeof lineSchema>;

const toldSchema = z.object({
  accepted: z.number().int().nonnegative(),
  known: z.number().int().nonnegative(),
});

/** What came of a report. */
export interface ReportOutcome {
  accepted: number;
  known: number;
  /** Not told yet. */
  left: number;
  /** Why, one sentence; null when nothing is left. */
  why: string | null;
  refused: boolean;
}

/**
 * Tells the backend what was decided offline, and keeps in `<file>.reported` which of it is known there, one id a line. The file itself is
 * left as it is.
 *
 * @throws GateUsageError for a file that cannot be read, or has a line that is no decision
 */
export async function reportDecisions(
  client: Pick<GateClient, 'send'>,
  path: string,
): Promise<ReportOutcome> {
  const reported = `${path}.reported`;
  const known = new Set((await readIfThere(reported)).split('\n'));
  const lines = linesOf(await readDecisions(path), path).filter(
    ({ decision }) => !known.has(decision.id),
  );
  const outcome = { accepted: 0, known: 0, why: null, refused: false };
  let left = lines.length;
  for (const some of inParts(lines)) {
    const told = await tell(client, some);
    if ('why' in told) {
      return { ...outcome, ...told, left };
    }
    left -= some.length;
    const ids = some.map(({ decision }) => `${decision.id}\n`);
    await appendFile(reported, ids.join(''), 'utf8');
    outcome.accepted += told.accepted;
    outcome.known += told.known;
  }
  return { ...outcome, left: 0 };
}

/** One that is too long goes alone: whether it is taken is for the backend to say. */
function inParts(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(JSON.stringify(line)) + 1;
    const last = parts.at(-1);
    if (last && last.length < AT_A_TIME && bytes + size <= BYTES_AT_A_TIME) {
      last.push(line);
      bytes += size;
    } else {
      parts.push([line]);
      bytes = size;
    }
  }
  return parts;
}

async function tell(
  client: Pick<GateClient, 'send'>,
  decisions: readonly Line[],
): Promise<z.output<typeof toldSchema> | { why: string; refused: boolean }> {
  const answer = await client.send({
    method: 'POST',
    path: '/gate/reports',
    body: { decisions },
  });
  if (answer.kind !== 'answered') {
    return { why: answer.why, refused: false };
  }
  const told = toldSchema.safeParse(answer.body);
  // Fewer than were sent: nobody knows which.
  const isAll =
    told.success && told.data.accepted + told.data.known === decisions.length;
  if (answer.status === 200 && isAll) {
    return told.data;
  }
  const said = serverMessage(answer.body) || 'The report was not taken.';
  return {
    why: `${said} (HTTP ${answer.status})`,
    refused: answer.status === 400,
  };
}

async function readDecisions(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile() || found.size > LARGEST_FILE) {
    throw new GateUsageError(
      `The file of decisions is not there, or larger than 64 MiB: ${path}`,
    );
  }
  return readFile(path, 'utf8');
}

function readIfThere(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

/** Each decision once: a line may have been written twice. */
function linesOf(text: string, path: string): Line[] {
  const byId = new Map<string, Line>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') {
      return;
    }
    const read = lineSchema.safeParse(jsonOf(line));
    if (!read.success) {
      throw new GateUsageError(`Line ${index + 1} is no decision: ${path}`);
    }
    byId.set(read.data.decision.id, read.data);
  });
  return [...byId.values()];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
