/** Asks the backend's HTTP API as a user would who has signed in. */
export class ApiClient {
  private readonly base: string;
  private token = '';

  constructor(base: string) {
    this.base = base;
  }

  /** @returns false as long as nobody can sign in: the backend is still starting. */
  async signIn(): Promise<boolean> {
    const answer = await fetch(`${this.base}/api/auth/guest/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => undefined);
    if (!answer?.ok) {
      return false;
    }
    const body: { backstageIdentity: { token: string } } = await answer.json();
    this.token = body.backstageIdentity.token;
    return true;
  }

  /** @returns the answer, or its status when that is not 200. */
  async get<Answer>(path: string): Promise<Answer | number> {
    const answer = await this.send(`/api/chart-provenance${path}`);
    return answer.ok ? ((await answer.json()) as Answer) : answer.status;
  }

  /** Asks any plugin. @param path - from the root of the backend. */
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.token}`);
    return fetch(`${this.base}${path}`, { ...init, headers });
  }
}
