/** Why a chart archive is not read. Closed. */
export type ArchiveErrorCode =
  /** It, or what is in it, is larger than is read. */
  | 'too-large'
  /** It is no archive of one chart as Helm writes them. */
  | 'malformed'
  /** It holds what could lead out of its folder: links, devices, absolute paths. */
  | 'unsafe';

/** A chart archive that is not read, by what its publisher put into it. The message is one sentence, and repeats none of it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';

  constructor(
    readonly code: ArchiveErrorCode,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
  }
}
