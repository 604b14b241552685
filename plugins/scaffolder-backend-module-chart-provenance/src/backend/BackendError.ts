/** What the backend refused. `message` is its own words. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  /** Of HTTP. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
