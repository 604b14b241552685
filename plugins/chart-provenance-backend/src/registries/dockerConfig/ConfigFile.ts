import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { configPath } from './configPath';
import { DockerConfig, dockerConfigSchema } from './schema';

const LARGEST = 1024 * 1024;

/** Why a configuration could not be read, closed. */
export type ConfigFileFailure =
  | 'absent'
  | 'unreadable'
  | 'too-large'
  | 'malformed';

/** Its message names neither the path nor anything of the contents: it is shown to users. */
export class ConfigFileError extends Error {
  override readonly name = 'ConfigFileError';
  constructor(readonly code: ConfigFileFailure, cause?: unknown) {
    super(`The Docker configuration is ${code}`, { cause });
  }
}

/** A `config.json`, read again when it is another file or has changed: mounted secrets are renewed by swapping a link. */
export class ConfigFile {
  #last: { stamp: string; config: DockerConfig } | undefined;

  constructor(
    private readonly path: string | undefined,
    private readonly env: Readonly<Record<string, string | undefined>>,
  ) {}

  /** @throws ConfigFileError */
  async read(): Promise<DockerConfig> {
    const path = await configPath(this.path, this.env);
    if (path === undefined) {
      throw new ConfigFileError('absent');
    }
    // A pipe of that name would be waited for.
    const flags = constants.O_RDONLY | constants.O_NONBLOCK;
    const file = await open(path, flags).catch(
      (error: NodeJS.ErrnoException) => {
        const absent = error.code === 'ENOENT' || error.code === 'ENOTDIR';
        throw new ConfigFileError(absent ? 'absent' : 'unreadable', error);
      },
    );
    try {
      // One handle for both, so that what is parsed is what was stamped.
      const found = await file.stat({ bigint: true });
      if (!found.isFile()) {
        throw new ConfigFileError('unreadable');
      }
      const { dev, ino, mtimeNs, size } = found;
      const stamp = [path, dev, ino, mtimeNs, size].join(':');
      if (this.#last?.stamp === stamp) {
        return this.#last.config;
      }
      if (size > LARGEST) {
        throw new ConfigFileError('too-large');
      }
      const config = parse(await file.readFile('utf8'));
      this.#last = { stamp, config };
      return config;
    } catch (error) {
      throw error instanceof ConfigFileError
        ? error
        : new ConfigFileError('unreadable', error);
    } finally {
      await file.close();
    }
  }
}

/** A parser's own message would repeat what stands in the file. */
function parse(text: string): DockerConfig {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ConfigFileError('malformed');
  }
  const config = dockerConfigSchema.safeParse(json);
  if (!config.success) {
    throw new ConfigFileError('malformed');
  }
  return config.data;
}
