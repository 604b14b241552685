/** What came back for a request, and who said it. */
export type Answer =
  /** The success is whoever's answered. `value` is parsed JSON. */
  | { by: 'answer'; value: unknown; bytes: number }
  /** The API server refused, in a `Status`. */
  | {
      by: 'cluster';
      status: number;
      reason: string;
      retryAfterMs: number | undefined;
    }
  /** Backstage refused: the Kubernetes plugin, or what stands before it. */
  | {
      by: 'backstage';
      status: number;
      name: string;
      message: string;
      retryAfterMs: number | undefined;
    }
  /** Something else: a proxy, a page, nothing at all. */
  | {
      by: 'somebody';
      status: number;
      contentType: string;
      retryAfterMs: number | undefined;
    }
  | { by: 'nobody'; why: 'timeout' | 'unreachable'; code: string }
  | { by: 'too-large' };
