import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BASIC,
  check,
  closeAll,
  closing,
  devRegistry,
} from '../__testUtils__/checkedRegistry';

afterEach(closeAll);

describe('a credential that is not there', () => {
  it.each<[string, object, object, RegExp]>([
    [
      'the helper is not installed',
      { credHelpers: { HOST: 'chart-provenance-absent' } },
      { repository: 'unknown', credentials: 'failed' },
      /^\S+ the credential helper \S+ is not installed.*\| Whoever runs the backend installs.*\| operator/,
    ],
    [
      'the Docker configuration has another port only',
      { auths: { 'localhost:1': { auth: 'cmVhZGVyOmh1bnRlcjIy' } } },
      { repository: 'failed', credentials: 'failed' },
      /the Docker configuration has none for exactly this host.*docker login.*operator/,
    ],
  ])(
    'does not blame the registry where %s',
    async (_, dockerConfig, expected, words) => {
      const registry = await devRegistry({ auth: { ...BASIC, type: 'basic' } });
      const folder = await mkdtemp(join(tmpdir(), 'doctor-docker-'));
      closing({ close: () => rm(folder, { recursive: true }) });
      const path = join(folder, 'config.json');
      await writeFile(
        path,
        JSON.stringify(dockerConfig).replace('HOST', registry.host),
      );
      const auth = { type: 'dockerConfig', path };
      const { results, said } = await check(registry.host, { auth });
      expect(results).toMatchObject(expected);
      expect(said('credentials')).toMatch(words);
      expect(said('repository')).not.toMatch(/refuses it/);
    },
  );
});
