// Makes the SBOMs beside it with npm's own `npm sbom`: `yarn workspace backstage-plugin-chart-provenance-backend make-sboms`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'sboms-'));
const npm = (...args) =>
  execFileSync('npm', args, { cwd: folder, encoding: 'utf8' });

try {
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'payments',
      version: '1.8.2',
      license: 'Apache-2.0',
      dependencies: {
        '@noble/hashes': '1.8.0',
        re2js: '2.2.0',
        wrappy: '1.0.2',
      },
    }),
  );
  npm('install', '--ignore-scripts', '--no-audit', '--no-fund');
  for (const format of ['cyclonedx', 'spdx']) {
    const sbom = npm('sbom', '--sbom-format', format);
    const file = new URL(`npm.${format}.json`, import.meta.url);
    writeFileSync(file, sbom);
  }
} finally {
  rmSync(folder, { recursive: true });
}
