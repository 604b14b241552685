import { RecordedRequest } from '../server/RecordedRequest';

/**
 * One way to misbehave. `status`, `redirect`, `realm`, `hang` and `reset` come instead of doing what was asked; with
 * the others it is done and only the answer is wrong.
 *
 * @public
 */
export type Fault =
  /** Answers `status` with an error body; `retryAfter` is sent as it is (seconds or an HTTP date). */
  | { kind: 'status'; status: number; retryAfter?: string | number }
  /** Answers properly, `ms` milliseconds later. */
  | { kind: 'delay'; ms: number }
  /** Never answers; ends when the client or the registry closes the connection. */
  | { kind: 'hang' }
  /** Promises the whole body, sends `bytes` of it (default: half) and closes the connection. */
  | { kind: 'truncate'; bytes?: number }
  /** Claims another digest in `Docker-Content-Digest`, alters one byte of the body, or both. */
  | { kind: 'digest'; header?: string; alterBytes?: boolean }
  /** Sends zeros for as long as the client reads, at most `maxBytes` (default 1 GiB). No length is declared. */
  | { kind: 'oversize'; maxBytes?: number }
  | { kind: 'redirect'; location: string; status?: 301 | 302 | 303 | 307 | 308 }
  /** Answers properly, with a `Link` to `next`; `loop` points back at the very same page. */
  | { kind: 'link'; next: 'loop' | string }
  /** Answers 401 with a Bearer challenge whose realm is elsewhere. */
  | { kind: 'realm'; realm: string }
  /** Resets the connection (TCP RST) before an answer. */
  | { kind: 'reset' }
  /** Answers with the proper headers and a body that is broken JSON. */
  | { kind: 'malformed' }
  /** A small gzip body that inflates to `bytes` (default 256 MiB; whole MiB). */
  | { kind: 'gzip-bomb'; bytes?: number };

/**
 * Which requests a fault is for. All the fields given must match; a regular expression is tested on the path without
 * its query.
 *
 * @public
 */
export type FaultMatch =
  | ((request: RecordedRequest) => boolean)
  | { method?: string; path?: RegExp; repository?: string };

/**
 * @public
 */
export interface FaultRule {
  /** Default: every request. */
  match?: FaultMatch;
  /** How often it is played, then the registry is well again. Default: for ever. */
  times?: number;
  fault: Fault;
}

/**
 * The first rule that matches and is not used up is played.
 *
 * @public
 */
export type FaultPlan = readonly FaultRule[];
