import { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { alterReply } from '../faults/alterReply';
import { Fault, FaultPlan } from '../faults/Fault';
import { FaultQueue } from '../faults/FaultQueue';
import { refuse } from '../faults/refuse';
import { sendWrongLength } from '../faults/sendWrongLength';
import { Call, callFrom } from './Call';
import { RecordedRequest, recordRequest } from './RecordedRequest';
import { replyForError, Reply } from './Reply';

/** @internal */
export interface HandlerOptions {
  answer(call: Call): Promise<Reply>;
  latencyMs: number;
  maxRequests: number;
  faults: FaultPlan;
  log(line: string): void;
  /** Aborted when the registry closes, so that no delay outlives it. */
  signal: AbortSignal;
}

/**
 * Records, waits, plays faults, sends.
 *
 * @internal
 */
export class RequestHandler {
  readonly requests: RecordedRequest[] = [];
  faults: FaultQueue;

  constructor(private readonly options: HandlerOptions) {
    this.faults = new FaultQueue(options.faults);
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const recorded = this.record(request);
    const fault = this.faults.take(recorded);
    recorded.fault = fault?.kind;
    const wait =
      this.options.latencyMs + (fault?.kind === 'delay' ? fault.ms : 0);
    if (wait > 0) {
      await sleep(wait, undefined, { signal: this.options.signal });
    }
    await this.play(fault, recorded, request, response);
    recorded.status = response.headersSent ? response.statusCode : undefined;
    this.options.log(
      `${recorded.method} ${recorded.path}${recorded.search} ${
        recorded.status ?? '-'
      }${fault ? ` (fault: ${fault.kind})` : ''}`,
    );
  }

  private record(request: IncomingMessage): RecordedRequest {
    const recorded = recordRequest(request);
    this.requests.push(recorded);
    if (this.requests.length > this.options.maxRequests) {
      this.requests.shift();
    }
    return recorded;
  }

  private async play(
    fault: Fault | undefined,
    recorded: RecordedRequest,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (!fault) {
      send(await this.answer(request), request, response);
      return;
    }
    switch (fault.kind) {
      case 'hang':
        break;
      case 'reset':
        response.socket?.resetAndDestroy();
        break;
      case 'status':
      case 'redirect':
      case 'realm':
        send(refuse(fault), request, response);
        break;
      case 'truncate':
      case 'oversize':
        await sendWrongLength(fault, await this.answer(request), response);
        break;
      case 'delay':
        send(await this.answer(request), request, response);
        break;
      default: {
        const page = recorded.path + recorded.search;
        const reply = await this.answer(request);
        send(alterReply(fault, reply, page), request, response);
      }
    }
  }

  private async answer(request: IncomingMessage): Promise<Reply> {
    try {
      return await this.options.answer(callFrom(request));
    } catch (error) {
      return replyForError(error);
    }
  }
}

function send(
  reply: Reply,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const noBody = reply.status === 204;
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(noBody ? {} : { 'Content-Length': reply.body.length }),
  });
  response.end(request.method === 'HEAD' || noBody ? undefined : reply.body);
}
