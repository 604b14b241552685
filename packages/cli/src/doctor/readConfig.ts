import { Config } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';

/**
 * Reads config files as a Backstage backend does: with `${VARIABLES}`, `$include`, `$file`, `$env`, and `APP_CONFIG_…`. Without
 * paths `app-config.yaml` and `app-config.local.yaml` of the workspace.
 *
 * @throws Error when a file cannot be read; its message repeats nothing that stands in one
 */
export async function readConfig(paths: readonly string[]): Promise<Config> {
  const source = ConfigSources.default({
    watch: false,
    argv: paths.flatMap(path => ['--config', path]),
  });
  try {
    const config = await ConfigSources.toConfig(source);
    config.close();
    return config;
  } catch (error) {
    throw withoutContents(error);
  }
}

/** A parser's message shows the line it stopped at, or a word of it, and that may be a password. */
function withoutContents(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  const place = /\bat line \d+, column \d+/.exec(message)?.[0];
  return place === undefined
    ? error
    : new Error(`A config file is no YAML ${place}`);
}
