/** What came back over HTTP, not yet believed. */
export type Answer =
  | {
      kind: 'answered';
      status: number;
      /** Header `Date`: the clock of whoever answered. */
      date: string | null;
      /** Header `Age`: somebody in between had kept the answer. */
      age: string | null;
      /** Header `Retry-After`; null when it is not there, or no number and no date. */
      retryAfterSeconds: number | null;
      /** Undefined when it is no JSON. */
      body: unknown;
    }
  /** Nobody answered. */
  | { kind: 'unreachable'; why: string }
  /** Somebody answered who must not be talked to, or must not be listened to. */
  | { kind: 'untrusted'; why: string };
